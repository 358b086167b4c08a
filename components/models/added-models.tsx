"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Download, MoreHorizontal, Pencil, RefreshCw, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { Moment } from "@/components/ui/moment";
import type { WireAddedModel } from "@/lib/api/import-contract";
import { modelsApi } from "@/lib/api/models-client";

const CorrectDialog = dynamic(() => import("./correct-dialog").then((module) => module.CorrectDialog), { ssr: false });
const RemoveDialog = dynamic(() => import("./remove-dialog").then((module) => module.RemoveDialog), { ssr: false });
const UpdateDialog = dynamic(() => import("./update-dialog").then((module) => module.UpdateDialog), { ssr: false });

const KEY = ["added-models"];

/** The models that somebody added, with what can be done to them; nothing where there are none. */
export function AddedModels({ onChanged }: { onChanged: () => void }) {
  const t = useTranslations("addedModels");
  const client = useQueryClient();
  const { data, isError } = useQuery({ queryKey: KEY, queryFn: modelsApi.listAdded });
  const [open, setOpen] = useState<{ what: "correct" | "update" | "remove"; added: WireAddedModel }>();
  const [said, setSaid] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const changed = (message: string) => {
    setOpen(undefined);
    setSaid(message);
    void client.invalidateQueries({ queryKey: KEY });
    onChanged();
  };
  const models = data?.models ?? [];
  if (isError)
    return (
      <p role="alert" className="text-failed text-sm">
        {t("loadFailed")}
      </p>
    );
  return (
    <section aria-labelledby={id} hidden={models.length === 0 && said === undefined} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 ref={heading} id={id} tabIndex={-1} className="font-medium text-lg outline-none">
          {t("title")}
        </h2>
        {models.length > 0 ? (
          <a href={modelsApi.exportPath()} download className={buttonClass("quiet", "ml-auto")}>
            <Download size={14} aria-hidden />
            {t("exportAll")}
          </a>
        ) : null}
      </div>
      <p role="status" className="text-sm empty:hidden">
        {said}
      </p>
      <ul
        aria-labelledby={id}
        className="flex flex-col divide-y divide-line rounded-card border border-line empty:hidden"
      >
        {models.map((added) => (
          <li key={added.model.id} className="flex items-center gap-4 py-2 pr-2 pl-4">
            <div className="flex min-w-0 grow flex-col">
              <span className="break-words text-sm">{added.model.name}</span>
              <span className="num break-all text-quiet text-xs">{added.model.id}</span>
            </div>
            {added.isOtherInList ? (
              <Button variant="quiet" className="text-unsure!" onClick={() => setOpen({ what: "update", added })}>
                {t("isOtherInList")}
              </Button>
            ) : null}
            <span className="text-quiet text-xs max-md:hidden">
              <Moment iso={added.updatedAt} />
            </span>
            <Menu
              label={t("actions", { name: added.model.name })}
              icon={<MoreHorizontal size={16} aria-hidden />}
              items={[
                {
                  label: t("correct"),
                  icon: <Pencil size={14} aria-hidden />,
                  onChoose: () => setOpen({ what: "correct", added }),
                },
                {
                  label: t("compareWithList"),
                  icon: <RefreshCw size={14} aria-hidden />,
                  onChoose: () => setOpen({ what: "update", added }),
                },
                {
                  label: t("export"),
                  icon: <Download size={14} aria-hidden />,
                  onChoose: () => window.location.assign(modelsApi.exportPath([added.model.id])),
                },
                {
                  label: t("remove"),
                  icon: <Trash2 size={14} aria-hidden />,
                  onChoose: () => setOpen({ what: "remove", added }),
                },
              ]}
            />
          </li>
        ))}
      </ul>
      {open?.what === "correct" ? (
        <CorrectDialog
          added={open.added}
          onClose={() => setOpen(undefined)}
          onSaved={() => changed(t("corrected", { name: open.added.model.name }))}
        />
      ) : null}
      {open?.what === "update" ? (
        <UpdateDialog
          model={open.added.model}
          onClose={() => setOpen(undefined)}
          onUpdated={() => changed(t("updated", { name: open.added.model.name }))}
        />
      ) : null}
      {open?.what === "remove" ? (
        <RemoveDialog
          added={open.added}
          onClose={() => setOpen(undefined)}
          onRemoved={() => {
            changed(t("removed", { name: open.added.model.name }));
            // The row that was acted on is gone.
            heading.current?.focus();
          }}
        />
      ) : null}
    </section>
  );
}
