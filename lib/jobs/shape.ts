export type Shape = "wide" | "square" | "tall";

/** Sides that differ by less are taken for equal: models round to multiples of 8 or 16. */
const NEARLY_PERCENT = 105;

/** How a frame lies, or undefined where a side is not known. */
export function shapeOf(frame: { width?: number; height?: number } | undefined): Shape | undefined {
  const { width, height } = frame ?? {};
  if (!width || !height) return undefined;
  if (width * 100 > height * NEARLY_PERCENT) return "wide";
  return height * 100 > width * NEARLY_PERCENT ? "tall" : "square";
}
