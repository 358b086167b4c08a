"use client";
import clsx from "clsx";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { WirePrompt } from "@/lib/api/library-contract";
import { HistoryDetail } from "./history-detail";
import { LoadState } from "./load-state";
import { PromptFacts } from "./prompt-facts";
import { SearchBox } from "./search-box";
import { useSentPrompts } from "./use-sent-prompts";
import type { Snippets } from "./use-snippets";

/** The prompts that were sent, and the chosen one beside them; on a narrow screen in their place. */
export function HistoryPanel(props: {
  /** The prompt that is being written. */
  current: string;
  snippets: Snippets;
  onReplace: (text: string) => void;
  onInsert: (text: string) => void;
}) {
  const t = useTranslations("library");
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<WirePrompt>();
  const { prompts, ...pages } = useSentPrompts(query);
  const list = useRef<HTMLUListElement>(null);
  const backToList = () => {
    flushSync(() => setChosen(undefined));
    const place = prompts.findIndex((sent) => sent.text === chosen?.text);
    list.current?.querySelectorAll<HTMLElement>("button")[Math.max(place, 0)]?.focus();
  };
  const empty = query.trim() === "" ? t("noPrompts") : t("noneFound", { query: query.trim() });
  return (
    <div className="flex gap-4">
      <div className={clsx("min-w-0 flex-col gap-3 md:flex md:w-80 md:shrink-0", chosen ? "hidden" : "flex grow")}>
        <SearchBox label={t("searchPrompts")} value={query} onChange={setQuery} />
        {prompts.length === 0 ? (
          <LoadState
            failed={pages.isError}
            loading={pages.isPending || pages.isPlaceholderData}
            onRetry={() => void pages.refetch()}
            empty={empty}
          />
        ) : null}
        <ul
          ref={list}
          aria-label={t("history")}
          className="scrolls -mx-1 flex max-h-[52dvh] flex-col gap-1 overflow-y-auto p-1"
        >
          {prompts.map((sent) => (
            <li key={sent.text}>
              <button
                type="button"
                aria-pressed={sent.text === chosen?.text}
                onClick={() => setChosen(sent)}
                className="flex w-full flex-col gap-1 rounded px-3 py-2 text-left hover:bg-raised aria-pressed:bg-accent-soft"
              >
                <span className="line-clamp-3 break-words text-sm">{sent.text.trim()}</span>
                <PromptFacts sent={sent} />
              </button>
            </li>
          ))}
          {pages.hasNextPage ? (
            <li className="flex flex-col items-center gap-1 py-2">
              {pages.isFetchNextPageError ? <p className="text-failed text-sm">{t("loadFailed")}</p> : null}
              <Button onClick={() => void pages.fetchNextPage()}>
                {pages.isFetchingNextPage ? t("loading") : pages.isFetchNextPageError ? t("retry") : t("more")}
              </Button>
            </li>
          ) : null}
        </ul>
      </div>
      {chosen ? (
        <HistoryDetail
          key={chosen.text}
          sent={chosen}
          current={props.current}
          snippets={props.snippets}
          onBack={backToList}
          onReplace={props.onReplace}
          onInsert={props.onInsert}
        />
      ) : (
        <p className="hidden grow self-center text-center text-quiet text-sm md:block">{t("choose")}</p>
      )}
    </div>
  );
}
