"use client";
import { useTheme } from "next-themes";
import { useTranslations } from "use-intl";
import { Part } from "@/components/ui/part";
import { Segmented } from "@/components/ui/segmented";

const THEMES = { system: "themeSystem", dark: "themeDark", light: "themeLight" } as const;

/** Dark, light, or as the system. */
export function AppearancePart() {
  const t = useTranslations();
  const { theme = "system", setTheme } = useTheme();
  return (
    <Part id="appearance" title={t("settings.appearance")}>
      <Segmented
        labelledBy="appearance-title"
        options={Object.entries(THEMES).map(([value, key]) => ({ value, label: t(`nav.${key}`) }))}
        value={theme}
        onChange={setTheme}
      />
    </Part>
  );
}
