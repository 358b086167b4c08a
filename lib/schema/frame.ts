import type { JsonObject } from "@/lib/json";
import type { Field } from "./field";

/** The frame that a request asks for. Width and height in even pixels, `frameCount` exact. */
export type FramePlan = { width: number; height: number; fps: number; frameCount: number };

/**
 * What a composition asks for in pixels, frames and seconds, read from the fields' roles. `firstImage` is the size in pixels of
 * the first image input, used where the schema has no ratio of its own.
 */
export function planFrame(
  fields: readonly Field[],
  input: JsonObject,
  firstImage?: { width: number; height: number },
): FramePlan {
  void fields;
  void input;
  void firstImage;
  throw new Error("not written yet");
}
