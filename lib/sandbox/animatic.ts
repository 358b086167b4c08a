/** One reference picture of an animatic, in slot order. */
export type AnimaticReference =
  | { kind: "picture"; label: string; bytes: Uint8Array }
  /** A reference that could not be read: drawn as a labelled card. `reason` is a short English phrase. */
  | { kind: "unreadable"; label: string; reason: string };

/** Everything that decides an animatic's frames: equal specs give equal frames. */
export type AnimaticSpec = {
  /** Pixels; both even. */
  width: number;
  height: number;
  fps: number;
  frameCount: number;
  modelId: string;
  /** Decides cuts and moves. Already drawn at random where the request asked for that. */
  seed: number;
  prompt: string;
  watermark: boolean;
  references: AnimaticReference[];
};

/** `path` is a finished H.264 MP4 with its index at the front and a poster embedded as cover art. */
export type RenderedAnimatic = { path: string; encoder: "ffmpeg" | "wasm"; renderMs: number };

export interface AnimaticRenderer {
  /** Renders into `path`. One render at a time; more wait in order. @throws Error when aborted or when encoding fails. */
  render(spec: AnimaticSpec, path: string, signal?: AbortSignal): Promise<RenderedAnimatic>;
  close(): Promise<void>;
}
