"use client";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";

/** What can be done to one entry of a list: up, down, away. */
export function EntryButtons(props: {
  /** From 1, as people count. */
  index: number;
  count: number;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("fields");
  const { index } = props;
  return (
    <span className="flex">
      <IconButton
        label={t("moveUp", { index })}
        aria-keyshortcuts="Alt+ArrowUp"
        disabled={index === 1}
        onClick={() => props.onMove(-1)}
      >
        <ArrowUp size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={t("moveDown", { index })}
        aria-keyshortcuts="Alt+ArrowDown"
        disabled={index === props.count}
        onClick={() => props.onMove(1)}
      >
        <ArrowDown size={16} aria-hidden />
      </IconButton>
      <IconButton label={t("removeItem", { index })} onClick={props.onRemove}>
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </span>
  );
}
