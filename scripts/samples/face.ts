import { Path2D } from "@napi-rs/canvas";
import { type Easel, ellipse, paintLine, paintShape, pool } from "./paint";

export type Face = {
  x: number;
  y: number;
  width: number;
  height: number;
  skin: string;
  shade: string;
  blush: string;
  lips: string;
  ink: string;
  brow: string;
  /** Size of the eyes; 1 is an adult's. */
  eyes: number;
  nose: number;
  smile: number;
};

/** The head's outline: round above, drawn together to the chin. */
function headPath({ x, y, width: w, height: h }: Pick<Face, "x" | "y" | "width" | "height">): string {
  return [
    `M ${x - w / 2} ${y - 0.08 * h}`,
    `C ${x - w / 2} ${y - 0.4 * h} ${x - 0.3 * w} ${y - 0.5 * h} ${x} ${y - 0.5 * h}`,
    `C ${x + 0.3 * w} ${y - 0.5 * h} ${x + w / 2} ${y - 0.4 * h} ${x + w / 2} ${y - 0.08 * h}`,
    `C ${x + w / 2} ${y + 0.2 * h} ${x + 0.33 * w} ${y + 0.42 * h} ${x + 0.12 * w} ${y + 0.485 * h}`,
    `Q ${x} ${y + 0.52 * h} ${x - 0.12 * w} ${y + 0.485 * h}`,
    `C ${x - 0.33 * w} ${y + 0.42 * h} ${x - w / 2} ${y + 0.2 * h} ${x - w / 2} ${y - 0.08 * h} Z`,
  ].join(" ");
}

/** A face of few marks, turned a little to the right; the light comes from there. */
export function paintFace(easel: Easel, face: Face): void {
  const { x, y, width: w, height: h } = face;
  const { context } = easel;
  const head = headPath(face);
  paintShape(easel, head, face.skin, [
    { x: x + 0.32 * w, y: y - 0.12 * h, radius: 0.6 * w, color: "#fff0d8", alpha: 0.42 },
    { x: x - 0.55 * w, y: y + 0.1 * h, radius: 0.62 * w, color: face.shade, alpha: 0.85 },
    { x, y: y + 0.58 * h, radius: 0.42 * w, color: face.shade, alpha: 0.6 },
  ]);
  context.save();
  context.clip(new Path2D(head));
  pool(context, { x: x - 0.2 * w, y: y + 0.17 * h, radius: 0.21 * w, color: face.blush, alpha: 0.6 });
  pool(context, { x: x + 0.33 * w, y: y + 0.16 * h, radius: 0.19 * w, color: face.blush, alpha: 0.55 });
  context.restore();
  const turn = 0.055 * w;
  paintEye(easel, face, { x: x - 0.19 * w + turn, side: -1 });
  paintEye(easel, face, { x: x + 0.2 * w + turn, side: 1 });
  paintNose(easel, face, x + turn);
  paintMouth(easel, face, x + turn * 0.9);
}

function paintEye(easel: Easel, face: Face, eye: { x: number; side: 1 | -1 }): void {
  const { y, width: w, height: h } = face;
  const { context } = easel;
  const top = y + 0.045 * h;
  const [rx, ry] = [0.036 * w * face.eyes, 0.052 * w * face.eyes];
  context.fillStyle = face.ink;
  context.fill(ellipse(eye.x, top, rx, ry, 0.05));
  context.fillStyle = "#fff8ec";
  context.fill(ellipse(eye.x + rx * 0.35, top - ry * 0.4, rx * 0.3));
  const reach = 0.085 * w * Math.sqrt(face.eyes);
  const lid = top - ry * 0.75;
  paintLine(
    easel,
    `M ${eye.x - reach} ${lid + (eye.side < 0 ? 9 : 3)} Q ${eye.x} ${lid - 16} ${eye.x + reach} ${lid + (eye.side < 0 ? 3 : 9)}`,
    { color: face.ink, width: 0.017 * w },
  );
  const brow = top - 0.115 * h;
  paintLine(
    easel,
    `M ${eye.x - 0.1 * w} ${brow + (eye.side < 0 ? 10 : 2)} Q ${eye.x} ${brow - 15} ${eye.x + 0.1 * w} ${brow + (eye.side < 0 ? 2 : 10)}`,
    { color: face.brow, width: 0.03 * w, alpha: 0.9 },
  );
}

function paintNose(easel: Easel, { y, width: w, height: h, shade, blush, nose }: Face, x: number): void {
  const tip = y + 0.19 * h;
  pool(easel.context, { x: x + 0.02 * w, y: tip - 0.02 * h, radius: 0.1 * w, color: blush, alpha: 0.4 });
  const left = x - 0.045 * w * nose;
  const bridge = `M ${x + 0.015 * w} ${tip - 0.16 * h * nose} C ${left + 0.01 * w} ${tip - 0.09 * h * nose} ${left - 0.03 * w} ${tip - 0.02 * h * nose} ${left} ${tip}`;
  const line = `${bridge} Q ${x} ${tip + 0.022 * h} ${x + 0.035 * w * nose} ${tip}`;
  paintLine(easel, line, { color: shade, width: 0.016 * w, alpha: 0.85 });
}

function paintMouth(easel: Easel, { y, width: w, height: h, lips, smile }: Face, x: number): void {
  const [left, right, top] = [x - 0.105 * w, x + 0.105 * w, y + 0.3 * h];
  const lift = 16 * smile;
  paintShape(
    easel,
    `M ${left} ${top} Q ${x - 0.05 * w} ${top + lift * 0.1} ${x - 0.02 * w} ${top - 3} Q ${x} ${top + 4} ${x + 0.02 * w} ${top - 3} Q ${x + 0.05 * w} ${top + lift * 0.1} ${right} ${top} Q ${x} ${top + lift * 2.6} ${left} ${top} Z`,
    lips,
  );
  paintLine(easel, `M ${left - 4} ${top - 3} Q ${x} ${top + lift * 1.3} ${right + 4} ${top - 3}`, {
    color: "#6b2f2b",
    width: 0.012 * w,
    alpha: 0.75,
  });
}
