"use client";
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { IconButton } from "@/components/ui/icon-button";
import { isPageKey } from "@/components/ui/page-key";

const PAUSE_MS = 250;
const MAX_LENGTH = 512;

/** Searches when typing pauses, never in the middle of a composed syllable. `/` leads here from anywhere on the page. */
export function SearchBox({ value, onSearch }: { value: string; onSearch: (words: string) => void }) {
  const t = useTranslations("filters");
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  const [text, setText] = useState(value);
  useEffect(() => {
    // Changed elsewhere: by the browser's back, or by "Clear all".
    if (value === sent.current) return;
    sent.current = value;
    clearTimeout(timer.current);
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  // A pause ends later than the drawing that it began in: other filters may have changed since.
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  }, [onSearch]);
  useSlash(input);

  const send = (words: string) => {
    clearTimeout(timer.current);
    sent.current = words.trim();
    search.current(sent.current);
  };
  const sendSoon = (words: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(words), PAUSE_MS);
  };
  const clear = () => {
    setText("");
    send("");
    input.current?.focus();
  };
  return (
    <search className="relative min-w-0 grow basis-60 md:max-w-100">
      <Search size={16} aria-hidden className="absolute top-1/2 left-2.5 -translate-y-1/2 text-quiet" />
      <input
        ref={input}
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        aria-keyshortcuts="/"
        maxLength={MAX_LENGTH}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (!(event.nativeEvent as InputEvent).isComposing) sendSoon(event.target.value);
        }}
        onCompositionEnd={(event) => sendSoon(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") send(text);
          if (event.key === "Escape" && text !== "") clear();
        }}
        className={`${CONTROL_CLASS} min-h-8 pr-9 pl-8 [&::-webkit-search-cancel-button]:hidden [@media(pointer:coarse)]:min-h-[44px]`}
      />
      {text === "" ? null : (
        <IconButton label={t("clearSearch")} onClick={clear} className="absolute inset-y-0 right-0">
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </search>
  );
}

function useSlash(input: { current: HTMLInputElement | null }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || !isPageKey(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [input]);
}
