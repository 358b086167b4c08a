"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";

const NEXT = { system: "dark", dark: "light", light: "system" } as const;
const ICONS = { system: Monitor, dark: Moon, light: Sun };
const WORDS = { system: "themeSystem", dark: "themeDark", light: "themeLight" } as const;

/** As the system, dark, light: one button that goes round. */
export function ThemeSwitch() {
  const t = useTranslations("nav");
  const { theme, setTheme } = useTheme();
  const chosen = theme === "dark" || theme === "light" ? theme : "system";
  const Icon = ICONS[chosen];
  return (
    <IconButton label={`${t("theme")}: ${t(WORDS[chosen])}`} onClick={() => setTheme(NEXT[chosen])}>
      <Icon size={16} aria-hidden />
    </IconButton>
  );
}
