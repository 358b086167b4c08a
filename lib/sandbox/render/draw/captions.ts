import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { captionSentences } from "@/lib/prompt/sentences";
import { type CaptionCue, planCaptions } from "../caption-plan";
import { clamp, smoothstep } from "../ease";
import { createGlyphCheck, familiesFor } from "../fonts";
import { cleanText } from "../text/clean";
import { createMeasure } from "../text/measure";
import { splitMentions } from "../text/mentions";

import { wrapText } from "../text/wrap";
import { ACCENT, PAPER, type TypeScale } from "./type-scale";

export type CaptionOptions = {
  prompt: string;
  labels: readonly string[];
  frameCount: number;
  fps: number;
  width: number;
  scale: TypeScale;
};

export type Captions = { cues: CaptionCue[]; draw(context: SKRSContext2D, frame: number): void };

const LINES_PER_PAGE = 2;
const LINE_HEIGHT = 1.32;
const FADE_FRAMES = 4;

/** The prompt, sentence by sentence, as captions of at most two lines. Lines are set and painted once, not per frame. */
export function prepareCaptions(options: CaptionOptions): Captions {
  const { scale, fps, frameCount } = options;
  const families = familiesFor(options.prompt);
  const font = `600 ${scale.caption}px ${families}`;
  const measure = createMeasure(font);
  const hasGlyph = createGlyphCheck(families);
  const pages = captionSentences(cleanText(options.prompt, hasGlyph)).flatMap((sentence) =>
    inPages(wrapText(sentence, { maxWidth: scale.captionWidth, measure })),
  );
  const cues = planCaptions(
    pages.map((lines) => readingWeight(lines.join(" "))),
    { frameCount, fps },
  );
  const painted = new Map<number, Canvas>();
  const pageCanvas = (page: number) => {
    const lines = pages[page] ?? [];
    const cut = page === cues.length - 1 && cues.length < pages.length;
    const canvas = painted.get(page) ?? paintPage(cut ? withEllipsis(lines) : lines, { ...options, font });
    // One page is in view at a time.
    painted.clear();
    painted.set(page, canvas);
    return canvas;
  };
  return {
    cues,
    draw(context, frame) {
      const cue = cues.find((each) => frame >= each.startFrame && frame < each.endFrame);
      if (cue === undefined) return;
      const canvas = pageCanvas(cue.page);
      context.globalAlpha = presence(cue, frame);
      context.drawImage(canvas, 0, Math.round(scale.captionBottom - canvas.height + scale.caption));
      context.globalAlpha = 1;
    },
  };
}

/** 1 in the middle of a cue, less at its ends; the first frame already shows something. */
function presence(cue: CaptionCue, frame: number): number {
  const inside = Math.min(frame - cue.startFrame + 1, cue.endFrame - frame);
  return smoothstep(clamp(inside / FADE_FRAMES, 0, 1));
}

function inPages(lines: readonly string[]): string[][] {
  const pages: string[][] = [];
  for (let start = 0; start < lines.length; start += LINES_PER_PAGE)
    pages.push(lines.slice(start, start + LINES_PER_PAGE));
  return pages;
}

/** A Han character says about as much as two and a half letters. The constant is the time to notice that the words changed. */
function readingWeight(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return 10 + text.length + 1.5 * dense;
}

function withEllipsis(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? `${line.replace(/[.,;:、。,.\s]+$/u, "")}…` : line));
}

function paintPage(lines: readonly string[], options: CaptionOptions & { font: string }): Canvas {
  const { scale, font, width } = options;
  const lineHeight = scale.caption * LINE_HEIGHT;
  const canvas = createCanvas(width, Math.ceil(lineHeight * lines.length + scale.caption * 2));
  const context = canvas.getContext("2d");
  context.font = font;
  context.textBaseline = "alphabetic";
  lines.forEach((line, index) => {
    const baseline = scale.caption * 1.9 + index * lineHeight;
    const start = (width - context.measureText(line).width) / 2;
    // A wide soft shadow parts the words from a bright picture, a tight one keeps their edges.
    for (const blur of [scale.caption * 0.5, scale.caption * 0.08]) {
      context.shadowColor = "rgba(0, 0, 0, 0.55)";
      context.shadowBlur = blur;
      context.shadowOffsetY = scale.caption * 0.03;
      paintLine(context, line, { start, baseline, labels: options.labels });
    }
  });
  return canvas;
}

type LinePlace = { start: number; baseline: number; labels: readonly string[] };

function paintLine(context: SKRSContext2D, line: string, { start, baseline, labels }: LinePlace): void {
  let x = start;
  for (const run of splitMentions(line, labels)) {
    context.fillStyle = run.mention ? ACCENT : PAPER;
    context.fillText(run.text, x, baseline);
    x += context.measureText(run.text).width;
  }
}
