"use client";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { HistoryPanel } from "./history-panel";
import type { PromptTarget } from "./prompt-target";
import { SnippetsPanel } from "./snippets-panel";
import { Tabs } from "./tabs";
import { useSnippets } from "./use-snippets";

type Shelf = "history" | "snippets";

export function PromptLibrary({ target, onClose }: { target: PromptTarget; onClose: () => void }) {
  const t = useTranslations("library");
  const tComposer = useTranslations("composer");
  const [shelf, setShelf] = useState<Shelf>("history");
  const snippets = useSnippets();
  const id = useId();
  const writing = {
    onReplace: (text: string) => leaveAfter(() => target.replace(text)),
    onInsert: (text: string) => leaveAfter(() => target.insert(text)),
  };
  function leaveAfter(write: () => void) {
    write();
    onClose();
    target.focus();
  }
  return (
    <Dialog title={t("title")} closeLabel={tComposer("close")} onClose={onClose} wide>
      <div className="flex flex-col gap-3">
        <Tabs
          id={id}
          label={t("title")}
          tabs={[
            { value: "history", label: t("history") },
            { value: "snippets", label: t("snippets") },
          ]}
          value={shelf}
          onChange={setShelf}
        />
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shelf}`} className="md:min-h-[56dvh]">
          {shelf === "history" ? (
            <HistoryPanel current={target.read()} snippets={snippets} {...writing} />
          ) : (
            <SnippetsPanel target={target} snippets={snippets} onInsert={writing.onInsert} />
          )}
        </div>
        <p role="status" className="min-h-5 text-quiet text-sm">
          {snippets.said}
        </p>
      </div>
    </Dialog>
  );
}
