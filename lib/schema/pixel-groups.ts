import type { ChoiceField } from "./field";
import { readPixels, type Size } from "./frame-size";

type Option = ChoiceField["options"][number];
export type PixelOption = Option & { size: Size };
/** The sizes of one ratio, by area. */
export type PixelGroup = { ratio: string; options: PixelOption[] };

/** Ratios that sizes come near to without meeting them: 540 x 960 and 576 x 1024 are both meant as 9:16. */
const COMMON = ["1:1", "5:4", "4:3", "3:2", "16:10", "16:9", "2:1", "21:9"].flatMap((ratio) => {
  const [width = "1", height = "1"] = ratio.split(":");
  return [ratio, `${height}:${width}`];
});
const NEAR = 0.015;

/** Sizes in pixels gathered by their ratio, from the tallest to the widest; `rest` are words such as `auto`. */
export function groupPixels(options: readonly Option[]): { groups: PixelGroup[]; rest: Option[] } {
  const groups = new Map<string, PixelOption[]>();
  const rest: Option[] = [];
  for (const option of options) {
    const size = readPixels(String(option.value));
    if (size === undefined) {
      rest.push(option);
      continue;
    }
    const ratio = ratioOf(size);
    groups.set(ratio, [...(groups.get(ratio) ?? []), { ...option, size }]);
  }
  const sorted = [...groups].sort(([a], [b]) => quotient(a) - quotient(b));
  return {
    groups: sorted.map(([ratio, members]) => ({ ratio, options: members.sort((a, b) => area(a) - area(b)) })),
    rest,
  };
}

function ratioOf({ width, height }: Size): string {
  const common = COMMON.find((ratio) => Math.abs(width / height / quotient(ratio) - 1) < NEAR);
  if (common !== undefined) return common;
  const divisor = greatestDivisor(width, height);
  return `${width / divisor}:${height / divisor}`;
}

function quotient(ratio: string): number {
  const [width = 1, height = 1] = ratio.split(":").map(Number);
  return width / height;
}

function area({ size }: PixelOption): number {
  return size.width * size.height;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
