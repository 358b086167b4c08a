/** The take that a picture is a frame of, and where in it. */
export type FrameOrigin = { jobId: string; atMs: number };

const origins = new WeakMap<File, FrameOrigin>();

/** Notes where a picture was taken from: it is told with the picture when that goes up. */
export function rememberOrigin(picture: File, origin: FrameOrigin): File {
  origins.set(picture, origin);
  return picture;
}

export function originOf(file: File): FrameOrigin | undefined {
  return origins.get(file);
}
