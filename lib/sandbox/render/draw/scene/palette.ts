import { gradeColor, type Look } from "../../look";
import type { Mood, Place, Time } from "./mood";

export type Palette = {
  /** From the zenith to the horizon. */
  sky: readonly [string, string, string];
  /** What distance fades into. */
  haze: string;
  /** The nearest ground. */
  ground: string;
  /** Sun or moon. */
  light: string;
  glow: string;
  /** How far up the sky the sun or moon stands: 0 at the horizon, 1 at the zenith. */
  height: number;
};

const PALETTES: Record<Time, Palette> = {
  night: {
    sky: ["#070b1c", "#14234a", "#3d5585"],
    haze: "#43598a",
    ground: "#060913",
    light: "#eef2ff",
    glow: "#8ea6e0",
    height: 0.62,
  },
  dusk: {
    sky: ["#231f4a", "#a14a6c", "#ffad6b"],
    haze: "#dd7f68",
    ground: "#150f22",
    light: "#ffe6b0",
    glow: "#ff9a5c",
    height: 0.16,
  },
  golden: {
    sky: ["#44546e", "#d08a4c", "#ffdc8e"],
    haze: "#e5aa66",
    ground: "#20151a",
    light: "#fff4c8",
    glow: "#ffc46a",
    height: 0.24,
  },
  dawn: {
    sky: ["#46689a", "#d9aeb0", "#ffe2b4"],
    haze: "#e4bcae",
    ground: "#1d2a42",
    light: "#fff6da",
    glow: "#ffd7a0",
    height: 0.2,
  },
  day: {
    sky: ["#2a67a0", "#7fb2d4", "#e9f0e2"],
    haze: "#a9cad6",
    ground: "#17323c",
    light: "#fffdf0",
    glow: "#fff3c8",
    height: 0.58,
  },
};

/** What the ground itself adds to the colours of the hour; undefined where it has none of its own. */
const GROUNDS: Partial<Record<Place, { haze: string; ground: string }>> = {
  desert: { haze: "#e9bd83", ground: "#5a3020" },
  forest: { haze: "#b9c4a4", ground: "#0c211d" },
};
const GROUND_SHARE: Record<Time, number> = { night: 0.2, dusk: 0.4, golden: 0.5, dawn: 0.5, day: 0.72 };

/** The colours of a mood in a film's look. Graded here and not as pixels: the same to the eye, and free. */
export function paletteFor(mood: Mood, look: Look): Palette {
  const { sky, haze, ground, light, glow, height } = groundedPalette(mood);
  const graded = (color: string) => gradeColor(color, look);
  return {
    sky: [graded(sky[0]), graded(sky[1]), graded(sky[2])],
    ...{ haze: graded(haze), ground: graded(ground), light: graded(light), glow: graded(glow), height },
  };
}

function groundedPalette({ time, place }: Mood): Palette {
  const palette = PALETTES[time];
  const own = GROUNDS[place];
  if (own === undefined) return palette;
  const share = GROUND_SHARE[time];
  return {
    ...palette,
    haze: mixColors(palette.haze, own.haze, share),
    ground: mixColors(palette.ground, own.ground, share),
  };
}

/** A colour between two, both `#rrggbb`. */
export function mixColors(one: string, other: string, share: number): string {
  const channel = (color: string, at: number) => Number.parseInt(color.slice(1 + at * 2, 3 + at * 2), 16);
  const mixed = [0, 1, 2].map((at) => Math.round(channel(one, at) * (1 - share) + channel(other, at) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** `color` (`#rrggbb`) with an opacity from 0 to 1. */
export function fade(color: string, alpha: number): string {
  const byte = Math.round(Math.min(1, Math.max(0, alpha)) * 255);
  return `${color}${byte.toString(16).padStart(2, "0")}`;
}
