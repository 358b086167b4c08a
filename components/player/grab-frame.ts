import { timeOfFrame } from "@/lib/media/frames";

/** Exactly this frame of a video in its own size, as PNG. The video stands still afterwards, at this frame. */
export async function grabFrame(
  video: HTMLVideoElement,
  { frame, fps, name }: { frame: number; fps: number; name: string },
): Promise<File> {
  video.pause();
  await seekTo(video, timeOfFrame(frame, fps));
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  const blob = await pictureOf(canvas, "image/png");
  return new File([blob], `${name}_frame-${String(frame).padStart(5, "0")}.png`, { type: blob.type });
}

/** @throws Error where the video has no picture */
export function pictureOf(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The canvas is empty."))), type, quality),
  );
}

/** Resolves when the picture at that time can be drawn. @throws Error where the file cannot be read */
export function seekTo(video: HTMLVideoElement, seconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // One that has failed before tells nothing more.
    if (video.error) return reject(video.error);
    const done = () => {
      video.removeEventListener("seeked", done);
      video.removeEventListener("error", failed);
      resolve();
    };
    const failed = () => {
      video.removeEventListener("seeked", done);
      reject(video.error ?? new Error("The video cannot be read."));
    };
    video.addEventListener("seeked", done, { once: true });
    video.addEventListener("error", failed, { once: true });
    video.currentTime = seconds;
  });
}

export function saveFile(file: File) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
