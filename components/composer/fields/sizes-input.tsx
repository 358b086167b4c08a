"use client";
import { useId } from "react";
import { RadioChip } from "@/components/ui/radio-chip";
import type { ChoiceField } from "@/lib/schema/field";
import { groupPixels, type PixelOption } from "@/lib/schema/pixel-groups";
import { RadioField } from "./radio-field";
import { RatioShape } from "./ratio-shape";
import { useChoice } from "./use-choice";

/** Sizes in pixels, a line for each ratio with its shape, from small to large. */
export function SizesInput({ field }: { field: ChoiceField }) {
  const { options, chosen, choose } = useChoice(field);
  const name = useId();
  const { groups, rest } = groupPixels(options);
  const chip = (value: string, label: string) => (
    <RadioChip key={value} name={name} checked={value === chosen} onChoose={() => choose(value)}>
      <span>{label}</span>
    </RadioChip>
  );
  return (
    <RadioField field={field} className="flex flex-col gap-1.5">
      {rest.length > 0 ? (
        <div className="flex flex-wrap gap-1">{rest.map((option) => chip(String(option.value), option.label))}</div>
      ) : null}
      {groups.map((group) => (
        <div key={group.ratio} className="flex items-start gap-2">
          <span
            aria-hidden
            className="num flex min-h-8 w-16 shrink-0 items-center gap-2 text-quiet text-xs [@media(pointer:coarse)]:min-h-[44px]"
          >
            <RatioShape ratio={group.ratio} box={16} />
            {group.ratio}
          </span>
          <div className="flex flex-wrap gap-1">
            {group.options.map((option) => chip(String(option.value), sizeLabel(option)))}
          </div>
        </div>
      ))}
    </RadioField>
  );
}

/** `720x1280 (9:16)` stands in the line of its ratio, which need not be said again. */
function sizeLabel({ label, value, size }: PixelOption): string {
  const isPlain = label === String(value) && /^\d/.test(label);
  if (isPlain) return `${size.width} × ${size.height}`;
  return label.replace(/ \d+:\d+$/, "");
}
