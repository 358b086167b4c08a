"use client";
import { useTranslations } from "use-intl";
import { Part } from "@/components/ui/part";
import { Sessions } from "./sessions";
import { SignOut } from "./sign-out";
import { Tokens } from "./tokens";

/** Who may come into a studio that asks: this browser, the others that signed in, and scripts. */
export function AccessSettings() {
  const t = useTranslations("access");
  return (
    <Part id="access" title={t("title")} aside={<SignOut />}>
      <Sessions />
      <Tokens />
    </Part>
  );
}
