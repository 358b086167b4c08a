"use client";
import { Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { useComposition, useCompositionStore } from "./composition-context";

/** One step back or forth in the whole form. */
export function UndoButtons() {
  const store = useCompositionStore();
  const canUndo = useComposition((state) => state.canUndo);
  const canRedo = useComposition((state) => state.canRedo);
  const t = useTranslations("composer");
  return (
    <div className="flex">
      <IconButton
        label={t("undoStep")}
        aria-keyshortcuts="Control+Z Meta+Z"
        disabled={!canUndo}
        onClick={() => store.getState().undo()}
      >
        <Undo2 size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={t("redoStep")}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        disabled={!canRedo}
        onClick={() => store.getState().redo()}
      >
        <Redo2 size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
