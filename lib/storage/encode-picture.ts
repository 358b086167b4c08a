import type { Sharp } from "sharp";

export type PictureType = "image/jpeg" | "image/png" | "image/webp";
export type Picture = { bytes: Buffer; width: number; height: number };

export function isPictureType(mediaType: string): mediaType is PictureType {
  return mediaType === "image/jpeg" || mediaType === "image/png" || mediaType === "image/webp";
}

/** Encodes in sRGB without any metadata. `quality` is 1 to 100; a PNG keeps every pixel, below 95 it takes longer for less. */
export async function encodePicture(picture: Sharp, type: PictureType, quality: number): Promise<Picture> {
  const { data, info } = await encoderOf(picture.clone(), type, quality).toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

function encoderOf(picture: Sharp, type: PictureType, quality: number): Sharp {
  switch (type) {
    case "image/jpeg":
      return picture.jpeg({ quality, chromaSubsampling: quality >= 90 ? "4:4:4" : "4:2:0" });
    case "image/webp":
      return picture.webp({ quality, smartSubsample: true });
    case "image/png":
      // Without filters a photograph takes twice the room.
      return picture.png({ compressionLevel: quality >= 95 ? 6 : 9, adaptiveFiltering: true });
  }
}
