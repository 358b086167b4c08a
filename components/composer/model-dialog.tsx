"use client";
import { Command } from "cmdk";
import { Check } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Dialog } from "@/components/ui/dialog";
import type { WireModelSummary } from "@/lib/api/contract";

/** The models, found by any part of their name, id or description. */
export function ModelDialog(props: {
  models: readonly WireModelSummary[];
  chosen: string;
  onChoose: (modelId: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("composer");
  const tModels = useTranslations("models");
  const [query, setQuery] = useState("");
  return (
    <Dialog title={t("changeModel")} closeLabel={t("close")} onClose={props.onClose}>
      <Command label={t("searchModels")} className="flex flex-col gap-3">
        <Command.Input
          data-first-focus
          value={query}
          onValueChange={setQuery}
          placeholder={t("searchModels")}
          className={`${CONTROL_CLASS} h-10`}
        />
        <Command.List label={t("model")} className="flex flex-col">
          <Command.Empty className="flex flex-col items-center gap-3 py-6 text-center text-quiet text-sm">
            {t("noModels", { query })}
            <Link href="/models/add" className={buttonClass("plain")}>
              {tModels("add")}
            </Link>
          </Command.Empty>
          {props.models.map((model) => (
            <Command.Item
              key={model.id}
              value={model.id}
              keywords={[model.name, model.summary]}
              onSelect={() => {
                props.onChoose(model.id);
                props.onClose();
              }}
              className="flex cursor-pointer items-start gap-3 rounded px-3 py-2 data-[selected=true]:bg-accent-soft"
            >
              <span className="flex min-w-0 grow flex-col">
                <span className="font-medium text-sm">{model.name}</span>
                <span className="text-quiet text-sm">{model.summary}</span>
                <span className="num truncate text-quiet text-xs">{model.id}</span>
              </span>
              {model.id === props.chosen ? <Check size={16} aria-hidden className="mt-1 shrink-0 text-accent" /> : null}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
