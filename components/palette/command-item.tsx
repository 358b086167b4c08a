"use client";
import { Command as List } from "cmdk";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Command } from "./command";
import { isAppleKeyboard } from "./palette-key";
import { shownKeys } from "./shown-keys";

/** One command: its name, what tells more of it, whether it is on, and its keys. */
export function CommandItem({ command, onRun }: { command: Command; onRun: () => void }) {
  const t = useTranslations("palette");
  return (
    <List.Item
      value={command.id}
      onSelect={onRun}
      className="flex min-h-8 cursor-pointer items-center gap-3 rounded px-3 py-1 text-sm data-[selected=true]:bg-accent-soft [@media(pointer:coarse)]:min-h-[44px]"
    >
      <span className="min-w-0 shrink-0 max-w-full truncate">{command.label}</span>
      {command.detail ? <span className="min-w-0 truncate text-quiet text-xs">{command.detail}</span> : null}
      <span className="ml-auto flex shrink-0 items-center gap-2">
        {command.isOn ? (
          <>
            <Check size={14} aria-hidden className="text-accent" />
            <span className="sr-only">{t("on")}</span>
          </>
        ) : null}
        {command.keys ? (
          <kbd className="num pointer-coarse:hidden text-quiet text-xs">
            {shownKeys(command.keys, isAppleKeyboard())}
          </kbd>
        ) : null}
      </span>
    </List.Item>
  );
}
