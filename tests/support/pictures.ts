import sharp, { type Sharp } from "sharp";

type PictureType = "image/jpeg" | "image/png" | "image/webp";
type Size = { width: number; height: number };

/** One colour: compresses to almost nothing at any size. */
export function plain(type: PictureType, size: Size): Promise<Buffer> {
  return encoded(sharp({ create: { ...size, channels: 3, background: "#c04020" } }), type);
}

/** Compresses badly, so that a part of the bytes holds a part of the picture. The same bytes each time. */
export function noise(type: PictureType, { width, height }: Size): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  let state = 1;
  for (let index = 0; index < pixels.length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    pixels[index] = state >>> 24;
  }
  return encoded(sharp(pixels, { raw: { width, height, channels: 3 } }), type);
}

/**
 * 60 × 40 as stored, red on the left and blue on the right, to be turned a quarter to the right or left by its EXIF so that blue
 * is above; with a position and a name of a place in the EXIF.
 */
export async function phonePicture(type: PictureType): Promise<Buffer> {
  const blue = await plainBlue({ width: 30, height: 40 });
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: "#ff0000" } })
    .composite([{ input: blue, left: 30, top: 0 }])
    .withExif({
      IFD0: { Make: "SecretPlace", Orientation: "8" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "37/1 33/1 59/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "126/1 58/1 41/1",
      },
    })
    .withMetadata({ orientation: 8 });
  return encoded(picture, type);
}

function plainBlue(size: Size): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background: "#0000ff" } })
    .png()
    .toBuffer();
}

function encoded(picture: Sharp, type: PictureType): Promise<Buffer> {
  if (type === "image/jpeg") return picture.jpeg({ quality: 90 }).toBuffer();
  return type === "image/png" ? picture.png().toBuffer() : picture.webp().toBuffer();
}
