"use client";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";

const LONGEST_NAME = 40;

/** A tile's name, and its input while it is renamed: Enter or leaving keeps what was typed, Escape does not. */
export function TileName(props: {
  name: string;
  label: string | undefined;
  title: string;
  editing: boolean;
  tabIndex: number;
  onEdit: (editing: boolean) => void;
  onLabel: (label: string | undefined) => void;
}) {
  const t = useTranslations("media");
  const button = useRef<HTMLButtonElement>(null);
  const cameFromKeys = useRef(false);
  useEffect(() => {
    if (props.editing || !cameFromKeys.current) return;
    cameFromKeys.current = false;
    button.current?.focus();
  }, [props.editing]);

  const finish = (text: string) => {
    const label = text.trim() || undefined;
    if (label !== props.label) props.onLabel(label);
    props.onEdit(false);
  };
  if (!props.editing)
    return (
      <button
        ref={button}
        type="button"
        tabIndex={props.tabIndex}
        title={props.title}
        aria-label={t("rename", { name: props.name })}
        onClick={() => props.onEdit(true)}
        className="-my-1 min-h-8 truncate rounded px-0.5 text-left font-medium text-xs hover:text-accent [@media(pointer:coarse)]:min-h-[44px]"
      >
        {props.name}
      </button>
    );
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this input.
      autoFocus
      aria-label={t("nameFor", { name: props.name })}
      defaultValue={props.label ?? ""}
      placeholder={t("namePlaceholder")}
      maxLength={LONGEST_NAME}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
        event.preventDefault();
        cameFromKeys.current = true;
        if (event.key === "Enter") finish(event.currentTarget.value);
        else props.onEdit(false);
      }}
      className="-my-0.5 h-7 w-full min-w-0 rounded border border-accent bg-well px-1 text-xs [@media(pointer:coarse)]:h-11 [@media(pointer:coarse)]:text-base"
    />
  );
}
