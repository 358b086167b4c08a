"use client";
import { ArrowLeft } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { WirePrompt } from "@/lib/api/library-contract";
import { PromptDifference } from "./prompt-difference";
import { PromptFacts } from "./prompt-facts";
import type { Snippets } from "./use-snippets";

/** As `md:` in the classes. */
const BESIDE_THE_LIST = "(min-width: 768px)";

/** One prompt that was sent: whole, against the one that is being written, and what can be done with it. */
export function HistoryDetail(props: {
  sent: WirePrompt;
  current: string;
  snippets: Snippets;
  onBack: () => void;
  onReplace: (text: string) => void;
  onInsert: (text: string) => void;
}) {
  const { sent, current, snippets } = props;
  const t = useTranslations("library");
  const id = useId();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where it stands in place of the list, the focus would be lost with what was pressed.
    if (!matchMedia(BESIDE_THE_LIST).matches) ref.current?.focus();
  }, []);
  return (
    <section
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard.
      tabIndex={0}
      aria-labelledby={id}
      className="scrolls flex max-h-[60dvh] min-w-0 grow flex-col gap-4 overflow-y-auto p-1"
    >
      <div className="flex flex-col gap-2">
        <Button variant="quiet" className="-ml-3 self-start md:hidden" onClick={props.onBack}>
          <ArrowLeft size={16} aria-hidden />
          {t("back")}
        </Button>
        <h3 id={id} className="font-medium text-sm">
          {t("chosen")}
        </h3>
        <PromptFacts sent={sent} />
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={() => props.onReplace(sent.text)}>
            {t("use")}
          </Button>
          <Button onClick={() => props.onInsert(sent.text)}>{t("insert")}</Button>
          <Button disabled={snippets.busy} onClick={() => void snippets.add({ text: sent.text })}>
            {t("saveAsSnippet")}
          </Button>
        </div>
      </div>
      <p className="whitespace-pre-wrap break-words text-base">{sent.text}</p>
      <PromptDifference current={current} chosen={sent.text} />
    </section>
  );
}
