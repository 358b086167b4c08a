"use client";
import { Command as List } from "cmdk";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Dialog } from "@/components/ui/dialog";
import { arrange } from "./arrange";
import type { Command } from "./command";
import { CommandItem } from "./command-item";
import { isPaletteKey } from "./palette-key";
import { useCommands } from "./use-commands";

/** Every action, page and model by a few letters. `typed` is what was typed while this was loaded. */
export function Palette({ typed, onClose }: { typed: string; onClose: () => void }) {
  const t = useTranslations("palette");
  const tCommon = useTranslations("composer");
  const [query, setQuery] = useState(typed);
  const [said, setSaid] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const { commands, models, collectAnew } = useCommands();
  const elsewhere = useSearches(query.trim());
  const groups = arrange(commands, query);
  const count = groups.reduce((sum, group) => sum + group.commands.length + group.hidden, 0);
  const close = () => list.current?.closest("dialog")?.close();
  const run = (command: Command) => {
    if (command.control && !command.control.isConnected) {
      collectAnew();
      setSaid(t("gone", { label: command.label }));
      return;
    }
    // Closing gives the focus back; what opens a file chooser or fills the screen has to be pressed in the same moment.
    close();
    command.run();
  };
  return (
    <Dialog title={t("title")} closeLabel={tCommon("close")} onClose={onClose}>
      <List
        ref={list}
        label={t("search")}
        shouldFilter={false}
        vimBindings={false}
        onKeyDown={(event) => {
          if (!isPaletteKey(event.nativeEvent)) return;
          event.preventDefault();
          close();
        }}
        className="flex flex-col gap-2"
      >
        <List.Input
          data-first-focus
          value={query}
          onValueChange={(next) => {
            setQuery(next);
            setSaid(undefined);
          }}
          maxLength={200}
          placeholder={t("search")}
          className={`${CONTROL_CLASS} h-10 [@media(pointer:coarse)]:h-[44px]`}
        />
        <p role="status" className="px-3 text-quiet text-xs">
          {said ?? t("found", { count })}
        </p>
        {models.isError ? (
          <div role="alert" className="flex flex-wrap items-center justify-between gap-2 px-2 text-failed text-sm">
            {t("modelsFailed")}
            <Button onClick={models.retry}>{t("retry")}</Button>
          </div>
        ) : null}
        <List.List label={t("title")} className="scrolls -mx-2 h-[min(480px,55dvh)] overflow-y-auto px-2">
          {groups.map((group) => (
            <List.Group key={group.name} heading={group.name} className={GROUP}>
              {group.commands.map((command) => (
                <CommandItem key={command.id} command={command} onRun={() => run(command)} />
              ))}
              {group.hidden > 0 ? (
                <p className="px-3 py-1 text-quiet text-xs">{t("more", { count: group.hidden })}</p>
              ) : null}
            </List.Group>
          ))}
          {models.isPending ? <p className="px-3 py-2 text-quiet text-sm">{t("modelsLoading")}</p> : null}
          {elsewhere.length > 0 ? (
            <List.Group heading={t("elsewhere")} className={GROUP}>
              {elsewhere.map((command) => (
                <CommandItem key={command.id} command={command} onRun={() => run(command)} />
              ))}
            </List.Group>
          ) : null}
        </List.List>
      </List>
    </Dialog>
  );
}

const GROUP =
  "pb-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-quiet [&_[cmdk-group-heading]]:text-xs";

/** Where a query can be taken that is no command: always there, so that nothing ends in an empty list. */
function useSearches(query: string): Command[] {
  const t = useTranslations("palette");
  const router = useRouter();
  if (query === "") return [];
  const search = new URLSearchParams({ q: query });
  const group = t("elsewhere");
  const to = (page: string) => () => router.push(`${page}?${search}`);
  return [
    { id: "search takes", group, label: t("searchTakes", { query }), run: to("/gallery") },
    { id: "search models", group, label: t("searchModels", { query }), run: to("/models/add") },
  ];
}
