"use client";
import { useQuery } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { api, modelPath } from "@/lib/api/client";
import { keepLocale } from "@/lib/i18n/keep-locale";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locales";
import { collectCommands, isInHeader } from "./collect";
import type { Command } from "./command";
import { SETTINGS_PART_IDS, SETTINGS_PARTS, type SettingsPart, seekPart } from "./settings-parts";

const THEMES = { system: "themeSystem", dark: "themeDark", light: "themeLight" } as const;

/** All that the palette reaches: the page that is open, the other pages, the models, languages and themes. */
export function useCommands() {
  const t = useTranslations("palette");
  const collect = () =>
    collectCommands({
      frame: t("goTo"),
      page: t("page"),
      within: (whole, part) => t("within", { whole, part }),
    });
  const [collected, setCollected] = useState(collect);
  const isOfFrame = ({ control }: Command) => control !== undefined && isInHeader(control);
  const models = useModels();
  const commands = [
    ...collected.filter((command) => !isOfFrame(command)),
    ...collected.filter(isOfFrame),
    ...useFurtherPages(),
    ...useSettingsParts(collected),
    ...models.commands,
    ...useLanguages(),
    ...useThemes(),
  ];
  return { commands, models, collectAnew: () => setCollected(collect()) };
}

/** What the header has no link to. */
function useFurtherPages(): Command[] {
  const t = useTranslations();
  const go = useGo();
  const pages = [
    { href: "/models/add", label: t("addModel.title") },
    { href: "/gallery/trash", label: t("trash.title") },
  ];
  return pages.map(({ href, label }) => ({ id: href, group: t("palette.goTo"), label, ...go(href) }));
}

/** Each part of the settings, but for what has commands of its own. `data-settings` names the part that not every studio has. */
function useSettingsParts(collected: readonly Command[]): Command[] {
  const t = useTranslations();
  const control = collected.find((command) => command.control?.dataset.settings !== undefined)?.control;
  if (!control) return [];
  const isListed = (part: SettingsPart) =>
    part === "access" ? control.dataset.settings === part : part !== "language" && part !== "keyboard";
  return SETTINGS_PART_IDS.filter(isListed).map((part) => ({
    id: `settings ${part}`,
    group: t("settings.title"),
    label: t(SETTINGS_PARTS[part]),
    also: part === "service" ? t("settings.balance") : undefined,
    isMinor: true,
    control,
    run: () => {
      seekPart(part);
      control.click();
    },
  }));
}

function useModels() {
  const t = useTranslations("nav");
  const go = useGo();
  const { data, isPending, isError, refetch } = useQuery({ queryKey: ["models"], queryFn: api.listModels });
  const commands: Command[] = (data?.models ?? []).map(({ id, name, summary }) => ({
    id,
    group: t("models"),
    label: name,
    detail: summary,
    also: id,
    ...go(`/models/${modelPath(id)}`),
  }));
  return { commands, isPending, isError: isError && data === undefined, retry: () => void refetch() };
}

function useGo() {
  const router = useRouter();
  const path = usePathname();
  return (href: string) => ({ isOn: path === href, run: () => router.push(href) });
}

function useLanguages(): Command[] {
  const t = useTranslations("nav");
  const locale = useLocale();
  const router = useRouter();
  const names = new Intl.DisplayNames([locale, "en"], { type: "language" });
  return LOCALES.map((entry) => ({
    id: `language ${entry}`,
    group: t("language"),
    label: LOCALE_NAMES[entry],
    also: names.of(entry),
    isOn: entry === locale,
    run: () => {
      keepLocale(entry);
      router.refresh();
    },
  }));
}

function useThemes(): Command[] {
  const t = useTranslations("nav");
  const { theme, setTheme } = useTheme();
  return (["system", "dark", "light"] as const).map((entry) => ({
    id: `theme ${entry}`,
    group: t("theme"),
    label: t(THEMES[entry]),
    isOn: theme === entry,
    run: () => setTheme(entry),
  }));
}
