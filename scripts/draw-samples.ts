import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Canvas } from "@napi-rs/canvas";
import { paintBicycle } from "./samples/bicycle";
import { paintChild } from "./samples/child";
import { paintCoat } from "./samples/coat";
import { paintCompanion } from "./samples/companion";
import { paintFox } from "./samples/fox";
import { paintLantern } from "./samples/lantern";
import { paintLead } from "./samples/lead";
import { createEasel, type Easel, finishPaper } from "./samples/paint";
import { paintScarf } from "./samples/scarf";
import { paintUmbrella } from "./samples/umbrella";

// Draws the sample references that ship with the studio: `npm run samples [folder]`. Equal code draws equal pictures.
const PICTURES: Record<string, (easel: Easel) => void> = {
  lead: paintLead,
  companion: paintCompanion,
  child: paintChild,
  coat: paintCoat,
  scarf: paintScarf,
  lantern: paintLantern,
  bicycle: paintBicycle,
  umbrella: paintUmbrella,
  fox: paintFox,
};
const BEST_QUALITY = 88;
const MAX_BYTES = 150_000;

function encode(canvas: Canvas): Buffer {
  for (let quality = BEST_QUALITY; ; quality -= 2) {
    const webp = canvas.toBuffer("image/webp", quality);
    if (webp.length < MAX_BYTES || quality < 60) return webp;
  }
}

const folder = process.argv[2] ?? "public/samples";
await mkdir(folder, { recursive: true });
for (const [name, paint] of Object.entries(PICTURES)) {
  const easel = createEasel(name);
  paint(easel);
  const webp = encode(finishPaper(easel));
  await writeFile(join(folder, `${name}.webp`), webp);
  console.log(`${name}.webp  ${Math.round(webp.length / 1000)} kB`);
}
