import type { WireJob, WireOutput } from "@/lib/api/contract";
import { frameRate } from "@/lib/media/frames";
import type { Field } from "@/lib/schema/field";

/** One take of a comparison with what its model knows of its fields. */
export type ComparedTake = { job: WireJob; fields: readonly Field[] };
/** A take where it is shown: its place in the address, and the letter that it goes by on the page. */
export type ShownTake = ComparedTake & { place: number; letter: string };

const FALLBACK_FPS = 24;

export function fpsOf(output: WireOutput): number {
  return frameRate(output) ?? FALLBACK_FPS;
}

/** What plays: everything but a picture. */
export function playableOf({ job }: ComparedTake): WireOutput | undefined {
  const [output] = job.outputs;
  return output && output.kind !== "image" ? output : undefined;
}

/** The ratio that a take has, or will have. */
export function ratioOf({ job }: ComparedTake): number {
  const [output] = job.outputs;
  const frame = output?.width && output.height ? { width: output.width, height: output.height } : job.frame;
  return frame ? frame.width / frame.height : 16 / 9;
}
