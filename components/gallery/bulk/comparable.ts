import { MAX_TAKES } from "@/lib/compare/takes";
import type { GalleryTake } from "../take";

/** Why these takes cannot be compared; undefined where they can. */
export function comparisonProblem(
  takes: readonly GalleryTake[],
): { key: "compareCount" | "compareUnseen"; count: number } | undefined {
  if (takes.length < 2 || takes.length > MAX_TAKES) return { key: "compareCount", count: MAX_TAKES };
  const unseen = takes.filter(({ url, going }) => url === undefined && going === undefined).length;
  return unseen > 0 ? { key: "compareUnseen", count: unseen } : undefined;
}
