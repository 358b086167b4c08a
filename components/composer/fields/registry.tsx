"use client";
import dynamic from "next/dynamic";
import { type ComponentType, useCallback, useState } from "react";
import type { Field, FieldKind } from "@/lib/schema/field";
import { PromptInput } from "../prompt/prompt-input";
import { ChoiceInput } from "./choice-input";
import { NumberInput } from "./number-input";
import { SeedInput } from "./seed-input";
import { SlotOfField } from "./slot-of-field";
import { StartAnewContext } from "./start-anew";
import { TextInput } from "./text-input";
import { ToggleInput } from "./toggle-input";

// Few models have these. Without `ssr: false` the whole page would be hidden while one is on its way.
const JsonInput = dynamic(() => import("./json-input").then((module) => module.JsonInput), {
  ssr: false,
  loading: () => <div className="min-h-32" />,
});
const StructuredInput = dynamic(() => import("./structured-input").then((module) => module.StructuredInput), {
  ssr: false,
  loading: () => <div className="min-h-32" />,
});

type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

/** The widget of every kind: a new kind does not compile until it has one. */
const WIDGETS: { [K in FieldKind]: ComponentType<{ field: FieldOf<K> }> } = {
  text: TextInput,
  prompt: PromptInput,
  choice: ChoiceInput,
  integer: NumberInput,
  number: NumberInput,
  toggle: ToggleInput,
  seed: SeedInput,
  image: SlotOfField,
  video: SlotOfField,
  audio: SlotOfField,
  mediaList: SlotOfField,
  structured: StructuredInput,
  json: JsonInput,
};

/** A field with its widget. What a widget keeps to itself (a slip half typed, an error once left) goes with a reset. */
export function FieldInput({ field }: { field: Field }) {
  const Widget = WIDGETS[field.kind] as ComponentType<{ field: Field }>;
  const [round, setRound] = useState(0);
  const startAnew = useCallback(() => setRound((before) => before + 1), []);
  return (
    <StartAnewContext value={startAnew}>
      <Widget key={round} field={field} />
    </StartAnewContext>
  );
}
