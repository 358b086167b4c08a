import { createHash } from "node:crypto";
import { createCanvas } from "@napi-rs/canvas";
import type { AnimaticReference, AnimaticSpec } from "@/lib/sandbox/animatic";

/** A small film of one second and no reference; tests say what differs. */
export function makeSpec(changes: Partial<AnimaticSpec> = {}): AnimaticSpec {
  return {
    width: 160,
    height: 90,
    fps: 12,
    frameCount: 12,
    modelId: "studio/model-1/text-to-video",
    seed: 7,
    prompt: "A quiet valley at dawn. A bird crosses the sky.",
    watermark: false,
    references: [],
    ...changes,
  };
}

/** A picture with something in it: a light disc on a ground of the given colour. */
export function disc(label: string, ground: string, size = { width: 120, height: 150 }): AnimaticReference {
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext("2d");
  context.fillStyle = ground;
  context.fillRect(0, 0, size.width, size.height);
  context.fillStyle = "#fff4d0";
  context.beginPath();
  context.arc(size.width / 2, size.height / 3, size.width / 5, 0, Math.PI * 2);
  context.fill();
  return { kind: "picture", label, bytes: canvas.toBuffer("image/png") };
}

export function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
