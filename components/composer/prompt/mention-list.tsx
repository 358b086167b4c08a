"use client";
import clsx from "clsx";
import { ImagePlus } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { MediaKind } from "@/lib/schema/field";
import type { PromptReference } from "./prompt-references";

const HEIGHT = 288;
const WIDTH = 288;
const NARROW = 480;
const GAP = 4;

export type MentionListProps = {
  id: string;
  found: readonly PromptReference[];
  active: number;
  /** What there is to add where there is nothing to choose. */
  media: MediaKind;
  /** Where the `@` stands, and the field around it. */
  caret: DOMRect;
  field: DOMRect;
  onChoose: (reference: PromptReference | undefined) => void;
};

/** The references to choose from, beside the `@`; with none, the way to add one. The focus stays in the prompt. */
export function MentionList({ id, found, active, media, caret, field, onChoose }: MentionListProps) {
  const t = useTranslations("mentions");
  const place = usePlace(caret, field);
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("list")}
      style={place}
      // A press must not take the focus, and with it the caret, from the prompt.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      className="scrolls fixed z-50 flex flex-col overflow-y-auto rounded-card bg-raised p-1 shadow-float"
    >
      {found.map((reference, at) => (
        <Option
          key={`${reference.seriesId} ${reference.index}`}
          id={`${id}-${at}`}
          active={at === active}
          onChoose={() => onChoose(reference)}
        >
          <Thumb reference={reference} />
          <span className="min-w-0 grow truncate">{reference.label ?? reference.file}</span>
          <span className="num shrink-0 text-quiet text-xs">{reference.tag}</span>
        </Option>
      ))}
      {found.length === 0 ? (
        <Option id={`${id}-0`} active onChoose={() => onChoose(undefined)}>
          <ImagePlus size={16} aria-hidden className="mx-2 shrink-0" />
          {t("addFirst", { media })}
        </Option>
      ) : null}
    </div>
  );
}

function Option(props: { id: string; active: boolean; onChoose: () => void; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.active) ref.current?.scrollIntoView({ block: "nearest" });
  }, [props.active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the prompt keeps the focus and answers the keys.
    <div
      ref={ref}
      id={props.id}
      role="option"
      aria-selected={props.active}
      onClick={props.onChoose}
      className={clsx(
        "flex min-h-9 cursor-pointer items-center gap-2 rounded px-1.5 text-sm [@media(pointer:coarse)]:min-h-[44px]",
        props.active ? "bg-accent-soft outline-1 outline-accent -outline-offset-1" : "hover:bg-well",
      )}
    >
      {props.children}
    </div>
  );
}

function Thumb({ reference: { picture, index } }: { reference: PromptReference }) {
  if (!picture)
    return (
      <span className="num flex size-7 shrink-0 items-center justify-center rounded-sm bg-well text-xs">
        {index + 1}
      </span>
    );
  // biome-ignore lint/performance/noImgElement: the optimiser is off; the studio serves its own pictures.
  return <img src={picture} alt="" className="size-7 shrink-0 rounded-sm object-cover" />;
}

/** Below the `@`, or above it where there is more room; on a narrow screen as wide as the field and outside of it. */
function usePlace(caret: DOMRect, field: DOMRect) {
  const [view, setView] = useState(visibleView);
  useEffect(() => {
    const follow = () => setView(visibleView());
    window.visualViewport?.addEventListener("resize", follow);
    return () => window.visualViewport?.removeEventListener("resize", follow);
  }, []);
  const narrow = view.width < NARROW;
  const anchor = narrow ? field : caret;
  const below = view.bottom - anchor.bottom - 2 * GAP;
  const above = anchor.top - view.top - 2 * GAP;
  const flips = below < HEIGHT && above > below;
  const width = narrow ? field.width : Math.min(WIDTH, field.width);
  return {
    width,
    left: narrow ? field.left : Math.max(field.left, Math.min(caret.left, field.right - width)),
    maxHeight: Math.min(HEIGHT, flips ? above : below),
    ...(flips ? { bottom: window.innerHeight - anchor.top + GAP } : { top: anchor.bottom + GAP }),
  };
}

function visibleView() {
  const view = window.visualViewport;
  const top = view?.offsetTop ?? 0;
  return { top, bottom: top + (view?.height ?? window.innerHeight), width: view?.width ?? window.innerWidth };
}
