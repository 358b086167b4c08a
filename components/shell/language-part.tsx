"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Part } from "@/components/ui/part";
import { Segmented } from "@/components/ui/segmented";
import { keepLocale } from "@/lib/i18n/keep-locale";
import { isLocale, LOCALE_NAMES, LOCALES } from "@/lib/i18n/locales";

/** The language of the studio, each in its own words, and where the choice is kept. */
export function LanguagePart() {
  const t = useTranslations();
  const locale = useLocale();
  const router = useRouter();
  // Marked before the page is there in the other language.
  const [chosen, setChosen] = useState(locale);
  const choose = (value: string) => {
    if (!isLocale(value)) return;
    setChosen(value);
    keepLocale(value);
    router.refresh();
  };
  return (
    <Part id="language" title={t("nav.language")}>
      <Segmented
        labelledBy="language-title"
        options={LOCALES.map((entry) => ({ value: entry, label: LOCALE_NAMES[entry] }))}
        value={chosen}
        onChange={choose}
      />
      <p className="text-quiet">{t("settings.here")}</p>
    </Part>
  );
}
