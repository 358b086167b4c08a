"use client";
import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { keepLocale } from "@/lib/i18n/keep-locale";
import { isLocale, LOCALE_NAMES, LOCALES } from "@/lib/i18n/locales";

/** The language of the studio. */
export function LocaleSwitch() {
  const t = useTranslations("nav");
  const locale = useLocale();
  const router = useRouter();
  return (
    // A phone has room for the pages or for the language's name: there the sign stands for it.
    <span
      data-unlisted
      className="relative inline-flex items-center justify-center rounded text-quiet has-focus-visible:outline-2 has-focus-visible:outline-accent max-md:size-8 [@media(pointer:coarse)]:max-md:size-[44px]"
    >
      <Languages size={16} aria-hidden className="md:hidden" />
      <select
        aria-label={t("language")}
        value={locale}
        onChange={(event) => {
          if (isLocale(event.target.value)) keepLocale(event.target.value);
          router.refresh();
        }}
        className="h-8 rounded bg-transparent px-1 text-quiet text-sm field-sizing-content hover:text-text max-md:absolute max-md:inset-0 max-md:size-full max-md:opacity-0"
      >
        {LOCALES.map((entry) => (
          <option key={entry} value={entry} lang={entry} className="bg-raised text-text">
            {LOCALE_NAMES[entry]}
          </option>
        ))}
      </select>
    </span>
  );
}
