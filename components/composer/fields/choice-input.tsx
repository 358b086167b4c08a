"use client";
import type { ChoiceField } from "@/lib/schema/field";
import { choiceLook } from "./choice-look";
import { FactOutput } from "./fact-output";
import { ListInput } from "./list-input";
import { RatioInput } from "./ratio-input";
import { SegmentsInput } from "./segments-input";
import { SizesInput } from "./sizes-input";
import { SteppedInput } from "./stepped-input";

const LOOKS = {
  fact: FactOutput,
  shapes: RatioInput,
  sizes: SizesInput,
  segments: SegmentsInput,
  steps: SteppedInput,
  list: ListInput,
};

/** One of the values of an enum, in the form that suits them. */
export function ChoiceInput({ field }: { field: ChoiceField }) {
  const Look = LOOKS[choiceLook(field)];
  return <Look field={field} />;
}
