import { headers } from "next/headers";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";

export default async function NotFound() {
  const t = translatorFor(localeOf(await headers()));
  return (
    <main id="content" className="flex grow flex-col items-center justify-center gap-3 p-6 text-center">
      <h1 className="font-semibold text-xl">{t("errorPage.notFoundTitle")}</h1>
      <p className="text-quiet">{t("errorPage.notFoundText")}</p>
      <Link href="/" className={buttonClass("primary")}>
        {t("job.backToStudio")}
      </Link>
    </main>
  );
}
