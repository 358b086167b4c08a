import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Canvas } from "@napi-rs/canvas";
import { LOCALES } from "@/lib/i18n/locales";
import { paintBicycle } from "./samples/bicycle";
import { paintChild } from "./samples/child";
import { paintCoat } from "./samples/coat";
import { paintCompanion } from "./samples/companion";
import { renderExample } from "./samples/example";
import { paintFox } from "./samples/fox";
import { paintLantern } from "./samples/lantern";
import { paintLead } from "./samples/lead";
import { createEasel, type Easel, finishPaper } from "./samples/paint";
import { paintScarf } from "./samples/scarf";
import { paintUmbrella } from "./samples/umbrella";

// Draws the sample references and renders the example take that ship with the studio: `npm run samples [folder]`. Equal code draws equal files.
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

const folder = process.argv[2] ?? "public";
const [samples, examples] = [join(folder, "samples"), join(folder, "example")];
await mkdir(samples, { recursive: true });
await mkdir(examples, { recursive: true });
for (const [name, paint] of Object.entries(PICTURES)) {
  const easel = createEasel(name);
  paint(easel);
  const webp = encode(finishPaper(easel));
  await writeFile(join(samples, `${name}.webp`), webp);
  console.log(`${name}.webp  ${Math.round(webp.length / 1000)} kB`);
}
for (const locale of LOCALES) {
  const bytes = await renderExample(locale, folder);
  console.log(`example in ${locale}  ${Math.round(bytes / 1000)} kB`);
}
