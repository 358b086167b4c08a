import type { MediaLimits } from "@/lib/schema/field";

const JPEG_QUALITY = 0.95;

/** The frame that a video shows now, in its own size: without loss where the limits allow it, else as JPEG. */
export async function captureFrame(video: HTMLVideoElement, name: string, limits: MediaLimits): Promise<File> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  const accepts = (type: string) => limits.types?.includes(type) ?? true;
  const exact = accepts("image/png") ? await encoded(canvas, "image/png") : undefined;
  if (exact && exact.size <= (limits.maxBytes ?? Number.POSITIVE_INFINITY)) return named(exact, `${name}.png`);
  return named(await encoded(canvas, "image/jpeg"), `${name}.jpg`);
}

function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The canvas is empty."))), type, JPEG_QUALITY),
  );
}

function named(blob: Blob, name: string): File {
  return new File([blob], name, { type: blob.type });
}
