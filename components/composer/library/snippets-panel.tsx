"use client";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { hasAllWords, searchWords } from "@/lib/prompt/search-words";
import { LoadState } from "./load-state";
import type { PromptTarget } from "./prompt-target";
import { SearchBox } from "./search-box";
import { SnippetForm } from "./snippet-form";
import { SnippetRow } from "./snippet-row";
import type { Snippets } from "./use-snippets";

/** Pieces of text that are used again: found, put into the prompt, kept from it, changed. */
export function SnippetsPanel(props: { target: PromptTarget; snippets: Snippets; onInsert: (text: string) => void }) {
  const { target, snippets } = props;
  const { deleted } = snippets;
  const t = useTranslations("library");
  const [query, setQuery] = useState("");
  const [editing, setEditing] = useState<string>();
  const [edited, setEdited] = useState<string>();
  const close = () => {
    setEdited(editing);
    setEditing(undefined);
  };
  const selected = target.selected();
  const kept = selected.trim() ? selected : target.read();
  const words = searchWords(query);
  const all = snippets.query.data ?? [];
  const found = all.filter(({ name, text }) => hasAllWords(`${name}\n${text}`, words));
  return (
    <div className="flex flex-col gap-3">
      <SearchBox label={t("searchSnippets")} value={query} onChange={setQuery} />
      <div className="flex flex-wrap gap-2">
        <Button disabled={snippets.busy || kept.trim() === ""} onClick={() => void snippets.add({ text: kept.trim() })}>
          {selected.trim() ? t("saveSelected") : t("saveCurrent")}
        </Button>
        {deleted ? (
          <BringBack key={deleted.id} name={deleted.name} onPress={() => void snippets.bringBack(deleted)} />
        ) : null}
      </div>
      {found.length === 0 ? (
        <LoadState
          failed={snippets.query.isError}
          loading={snippets.query.isPending}
          onRetry={() => void snippets.query.refetch()}
          empty={all.length === 0 ? t("noSnippets") : t("noneFound", { query: query.trim() })}
        />
      ) : null}
      <ul aria-label={t("snippets")} className="scrolls -mx-1 flex max-h-[46dvh] flex-col gap-1 overflow-y-auto p-1">
        {found.map((snippet) => (
          <li key={snippet.id}>
            {editing === snippet.id ? (
              <SnippetForm
                snippet={snippet}
                busy={snippets.busy}
                onCancel={close}
                onSave={async (change) => (await snippets.change(snippet.id, change)) && close()}
              />
            ) : (
              <SnippetRow
                snippet={snippet}
                wasEdited={edited === snippet.id}
                onInsert={() => props.onInsert(snippet.text)}
                onEdit={() => setEditing(snippet.id)}
                onDelete={() => void snippets.remove(snippet)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Takes the focus, which was on what was deleted. */
function BringBack({ name, onPress }: { name: string; onPress: () => void }) {
  const t = useTranslations("library");
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <Button ref={ref} variant="quiet" onClick={onPress}>
      {t("undoDelete", { name })}
    </Button>
  );
}
