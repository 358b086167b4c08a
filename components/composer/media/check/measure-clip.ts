/** A file that a browser has not understood by then is left to the server. */
const PATIENCE_MS = 8000;

export type ClipFacts = { width?: number; height?: number; durationMs?: number };

/** Size and length of a video or sound; nothing of one that this browser does not play. */
export async function measureClip(file: Blob): Promise<ClipFacts> {
  const clip = document.createElement("video");
  const address = URL.createObjectURL(file);
  try {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE_MS);
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      clip.addEventListener("loadedmetadata", done);
      clip.addEventListener("error", done);
      clip.preload = "metadata";
      clip.muted = true;
      clip.src = address;
    });
    const { videoWidth: width, videoHeight: height, duration } = clip;
    return {
      ...(width > 0 && height > 0 && { width, height }),
      // A recording that does not know its own end says infinity.
      ...(Number.isFinite(duration) && { durationMs: Math.round(duration * 1000) }),
    };
  } finally {
    clip.removeAttribute("src");
    clip.load();
    URL.revokeObjectURL(address);
  }
}
