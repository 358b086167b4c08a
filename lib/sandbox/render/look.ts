import { createRandom } from "./random";

/** A colour grade, as a colourist would set it for a whole film. Tints are RGB offsets from -1 to 1. */
export type Look = {
  name: string;
  shadows: readonly [number, number, number];
  highlights: readonly [number, number, number];
  /** 1 keeps colours as they are. */
  saturation: number;
  /** 0 keeps tones as they are; above, an S-curve. */
  contrast: number;
  /** Darkness of the frame's corners, 0 to 1. */
  vignette: number;
};

const LOOKS: [Look, ...Look[]] = [
  {
    name: "tungsten",
    shadows: [-0.05, 0.005, 0.05],
    highlights: [0.06, 0.02, -0.05],
    saturation: 1.02,
    contrast: 0.22,
    vignette: 0.42,
  },
  {
    name: "daylight",
    shadows: [0.01, 0.005, -0.01],
    highlights: [0.03, 0.02, -0.02],
    saturation: 1.06,
    contrast: 0.16,
    vignette: 0.34,
  },
  {
    name: "dusk",
    shadows: [-0.01, -0.02, 0.06],
    highlights: [0.05, -0.01, 0.01],
    saturation: 0.94,
    contrast: 0.2,
    vignette: 0.46,
  },
  {
    name: "silver",
    shadows: [-0.01, 0, 0.02],
    highlights: [0.02, 0.01, -0.01],
    saturation: 0.6,
    contrast: 0.24,
    vignette: 0.48,
  },
  {
    name: "emulsion",
    shadows: [-0.03, 0.02, 0.015],
    highlights: [0.05, 0.035, -0.05],
    saturation: 0.88,
    contrast: 0.1,
    vignette: 0.38,
  },
];

export function chooseLook(seed: number): Look {
  return createRandom(seed, "look").pick(LOOKS);
}

/** Grades RGBA pixels in place. Alpha stays. */
export function gradePixels(pixels: Uint8ClampedArray | Uint8Array, look: Look): void {
  const red = toneTable(look, 0);
  const green = toneTable(look, 1);
  const blue = toneTable(look, 2);
  const keep = look.saturation;
  for (let index = 0; index < pixels.length; index += 4) {
    const r = red[pixels[index] ?? 0] ?? 0;
    const g = green[pixels[index + 1] ?? 0] ?? 0;
    const b = blue[pixels[index + 2] ?? 0] ?? 0;
    const grey = (0.2126 * r + 0.7152 * g + 0.0722 * b) * (1 - keep);
    pixels[index] = clampByte(r * keep + grey);
    pixels[index + 1] = clampByte(g * keep + grey);
    pixels[index + 2] = clampByte(b * keep + grey);
  }
}

/** Grades one colour, `#rrggbb`. */
export function gradeColor(color: string, look: Look): string {
  const pixel = Uint8ClampedArray.from([1, 3, 5], (at) => Number.parseInt(color.slice(at, at + 2), 16));
  gradePixels(pixel, look);
  return `#${Array.from(pixel, (value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function clampByte(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

function toneTable(look: Look, channel: 0 | 1 | 2): Float32Array {
  const table = new Float32Array(256);
  for (let value = 0; value < 256; value += 1) {
    const x = value / 255;
    const curve = x * x * (3 - 2 * x);
    const toned = x + (curve - x) * look.contrast;
    const shadow = look.shadows[channel] * (1 - x) ** 2;
    const highlight = look.highlights[channel] * x ** 1.5 * (1.15 - x);
    table[value] = (toned + shadow + highlight) * 255;
  }
  return table;
}
