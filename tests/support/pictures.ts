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
 * 60 × 40 as stored, red on the left and blue on the right, to be turned a quarter by its EXIF: to the left (8) so that blue is
 * above, to the right (6) so that red is; with a position and a name of a place in the EXIF.
 */
export async function phonePicture(
  type: PictureType,
  { width = 60, height = 40, orientation = 8 }: Partial<Size> & { orientation?: 6 | 8 } = {},
): Promise<Buffer> {
  const blue = await plainBlue({ width: width / 2, height });
  const picture = sharp({ create: { width, height, channels: 3, background: "#ff0000" } })
    .composite([{ input: blue, left: width / 2, top: 0 }])
    .withExif({
      IFD0: { Make: "SecretPlace", Orientation: String(orientation) },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "37/1 33/1 59/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "126/1 58/1 41/1",
      },
    })
    .withMetadata({ orientation });
  return encoded(picture, type);
}

/** One colour as an uncompressed BMP, which sharp does not write. */
export function bitmap({ width, height }: Size): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height, 0x60);
  bytes.fill(0, 0, 54);
  bytes.write("BM", 0, "latin1");
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}

/** The first bytes of a picture as phones store it; enough to know it by. */
export function heicHead(): Buffer {
  return Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
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
