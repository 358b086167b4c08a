"use client";
import { TriangleAlert } from "lucide-react";
import dynamic from "next/dynamic";
import { useId, useMemo, useRef, useState } from "react";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { PromptField } from "@/lib/schema/field";
import { tagSeries } from "../composition";
import { useComposition, useCompositionStore } from "../composition-context";
import { FieldBox } from "../fields/field-box";
import { focusField } from "../focus-field";
import "./chips.css";
import type { ChipLayer } from "./chip-layer";
import { PromptLength } from "./prompt-length";
import { promptReferences } from "./prompt-references";
import { usePromptText } from "./prompt-text";
import { useChips } from "./use-chips";
import { useEditorText } from "./use-editor-text";
import { useMentionList } from "./use-mention-list";
import { useOverLimit } from "./use-over-limit";

// The list is loaded when the first `@` is typed. Without `ssr: false` there is no boundary around it: the page would be hidden while
// it loads, and the prompt would lose the focus.
const MentionList = dynamic(() => import("./mention-list").then((module) => module.MentionList), { ssr: false });

// A form without a text has nothing to be warned about.
const PromptWarnings = dynamic(() => import("./prompt-warnings").then((module) => module.PromptWarnings), {
  ssr: false,
});

/** The text and its copy have to break their lines alike: both take these, and stand in the same cell. */
const TEXT_CLASS = "[grid-area:1/1] min-w-0 px-2.5 py-2 text-base [@media(pointer:coarse)]:text-lg";

/** The prompt: a plain text area, with a chip drawn over every mention of a reference. */
export function PromptInput({ field }: { field: PromptField }) {
  const store = useCompositionStore();
  const slots = useComposition((state) => state.slots);
  const media = useComposition((state) => state.media);
  const series = useMemo(() => tagSeries(slots), [slots]);
  const references = useMemo(() => promptReferences(slots, media), [slots, media]);
  const frame = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const chips = useRef<ChipLayer>(undefined);
  const layer = useRef<HTMLDivElement>(null);
  const warning = useRef<SVGSVGElement>(null);
  const text = usePromptText(field.name);
  const [start] = useState(text.read);
  const over = useOverLimit(field);
  const listId = useId();
  useEditorText(area, text);
  const slot = slots.find(({ id }) => id === series[0]?.id);
  const onAddReference = () => focusField(store.getState(), slot?.keys[0]);
  const mentions = useMentionList({ area, frame, chips, text, references, onAddReference });
  // What was typed before the chips came has not been looked at.
  useChips({ chips, area, layer, warning }, text, series, references, mentions.follow);
  const { list } = mentions;
  // A text box of several lines, which a combobox is not: that it is only while the list is open.
  const resting = { "aria-autocomplete": "list", "aria-haspopup": "listbox" } as const;
  const open = list && {
    role: "combobox",
    "aria-expanded": true,
    "aria-controls": listId,
    "aria-activedescendant": `${listId}-${list.active}`,
  };

  return (
    <FieldBox
      field={field}
      optional={!field.required}
      aside={field.limit ? <PromptLength text={text} limit={field.limit} /> : null}
    >
      {({ controlId, describedBy, invalid }) => (
        <>
          <div
            ref={frame}
            className={`${CONTROL_CLASS} scrolls grid max-h-80 min-h-36 resize-y contain-content [&[style*=height]]:max-h-none overflow-y-auto px-0! has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 has-aria-invalid:border-failed`}
          >
            <textarea
              {...(series.length > 0 ? resting : {})}
              {...open}
              ref={area}
              id={controlId}
              data-prompt
              rows={6}
              defaultValue={start}
              placeholder={typeof field.sample === "string" ? field.sample : undefined}
              aria-describedby={describedBy}
              aria-invalid={invalid || over || undefined}
              aria-required={field.required || undefined}
              onInput={mentions.follow}
              onSelect={() => list && mentions.follow()}
              onKeyDown={mentions.onKeyDown}
              onBlur={mentions.leave}
              className={`${TEXT_CLASS} field-sizing-content resize-none overflow-hidden bg-transparent outline-none!`}
            />
            <div ref={layer} aria-hidden className={`${TEXT_CLASS} chip-layer`} />
          </div>
          <span hidden>
            <TriangleAlert ref={warning} />
          </span>
          {list ? (
            <MentionList
              id={listId}
              found={list.found}
              active={list.active}
              media={slot?.media ?? "image"}
              caret={list.caret}
              field={list.field}
              onChoose={mentions.choose}
            />
          ) : null}
          {series.length > 0 ? (
            <PromptWarnings text={text} area={area} series={series} references={references} />
          ) : null}
        </>
      )}
    </FieldBox>
  );
}
