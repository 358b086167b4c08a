import type { AnimaticSpec, RenderedAnimatic } from "@/lib/sandbox/animatic";

/** What the renderer tells its worker. */
export type WorkerOrder =
  | { kind: "render"; id: number; spec: AnimaticSpec; path: string; ffmpegPath: string | undefined }
  | { kind: "abort"; id: number };

/** What the worker answers: one for every render order. */
export type WorkerReport =
  | { kind: "rendered"; id: number; animatic: RenderedAnimatic }
  | { kind: "failed"; id: number; message: string };
