import type { FrameSize } from "./shot-picture";

/** Sizes in pixels that follow the frame's short side, so that a small frame reads like a large one. */
export type TypeScale = {
  margin: number;
  caption: number;
  captionWidth: number;
  /** Where the last caption line ends. */
  captionBottom: number;
  slate: number;
  chip: number;
  mark: number;
};

export const ACCENT = "#ffb454";
export const PAPER = "#f6f3ec";

export function typeScaleFor({ width, height }: FrameSize): TypeScale {
  const short = Math.min(width, height);
  const caption = Math.max(15, short * 0.05);
  const margin = Math.round(short * 0.05);
  return {
    margin,
    caption,
    captionWidth: Math.min(width - 2.4 * margin, caption * 25),
    captionBottom: height - Math.max(margin * 2, height * 0.09),
    slate: Math.max(10.5, short * 0.0235),
    chip: Math.max(11.5, short * 0.027),
    mark: Math.max(12, short * 0.03),
  };
}
