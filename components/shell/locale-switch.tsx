"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES } from "@/lib/i18n/locales";

const YEAR_S = 31_536_000;

/** The language, kept in a cookie so that the server already answers in it. */
export function LocaleSwitch() {
  const t = useTranslations("nav");
  const locale = useLocale();
  const router = useRouter();
  return (
    <select
      aria-label={t("language")}
      value={locale}
      onChange={(event) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari.
        document.cookie = `${LOCALE_COOKIE}=${event.target.value}; path=/; max-age=${YEAR_S}; samesite=lax`;
        router.refresh();
      }}
      className="h-8 rounded bg-transparent px-1 text-quiet text-sm hover:text-text field-sizing-content"
    >
      {LOCALES.map((entry) => (
        <option key={entry} value={entry} lang={entry} className="bg-raised text-text">
          {LOCALE_NAMES[entry]}
        </option>
      ))}
    </select>
  );
}
