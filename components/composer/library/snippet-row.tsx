"use client";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { WireSnippet } from "@/lib/api/library-contract";

/** A snippet: pressing it puts it into the prompt. */
export function SnippetRow(props: {
  snippet: WireSnippet;
  /** Then the focus comes back from its form. */
  wasEdited: boolean;
  onInsert: () => void;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const { name, text } = props.snippet;
  const t = useTranslations("library");
  const { wasEdited } = props;
  const edit = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasEdited) edit.current?.focus();
  }, [wasEdited]);
  return (
    <div className="flex items-start gap-1 rounded hover:bg-raised">
      <button
        type="button"
        aria-label={t("insertNamed", { name })}
        onClick={props.onInsert}
        className="flex min-h-11 min-w-0 grow items-start gap-2 rounded px-2 py-2.5 text-left"
      >
        <Plus size={16} aria-hidden className="mt-0.5 shrink-0 text-quiet" />
        <span className="flex min-w-0 flex-col">
          <span className="truncate font-medium text-sm">{name}</span>
          {text === name ? null : <span className="line-clamp-2 break-words text-quiet text-sm">{text}</span>}
        </span>
      </button>
      <IconButton ref={edit} label={t("editNamed", { name })} className="mt-1.5" onClick={props.onEdit}>
        <Pencil size={16} aria-hidden />
      </IconButton>
      <IconButton label={t("deleteNamed", { name })} className="mt-1.5 mr-1.5" onClick={props.onDelete}>
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
