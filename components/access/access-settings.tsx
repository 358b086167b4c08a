"use client";
import { useTranslations } from "use-intl";
import { Sessions } from "./sessions";
import { SignOut } from "./sign-out";
import { Tokens } from "./tokens";

/** Who may come into a studio that asks: this browser, the others that signed in, and scripts. */
export function AccessSettings() {
  const t = useTranslations("access");
  return (
    <section aria-labelledby="access-title" className="flex flex-col gap-4 border-line border-t pt-4">
      <div className="flex items-center justify-between gap-4">
        <h3 id="access-title" className="font-medium">
          {t("title")}
        </h3>
        <SignOut />
      </div>
      <Sessions />
      <Tokens />
    </section>
  );
}
