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

/** Captions stand above the corner's mark where there is one. */
export function typeScaleFor({ width, height, watermark }: FrameSize & { watermark: boolean }): TypeScale {
  const short = Math.min(width, height);
  const caption = Math.max(15, short * 0.05);
  const margin = Math.round(short * 0.05);
  const mark = Math.max(12, short * 0.03);
  const below = watermark ? margin * 0.8 + mark * 1.9 + caption * 0.7 : margin * 2;
  return {
    margin,
    caption,
    captionWidth: Math.min(width - 2.4 * margin, caption * 25),
    captionBottom: height - Math.max(below, height * 0.09),
    slate: Math.max(10.5, short * 0.0235),
    chip: Math.max(11.5, short * 0.027),
    mark,
  };
}
