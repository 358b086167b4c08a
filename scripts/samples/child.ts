import { type Face, paintFace } from "./face";
import { backdrop, type Easel, ellipse, PAINT, paintLine, paintShape } from "./paint";

const HOOD = "#3f7d86";

const FACE: Face = {
  x: 526,
  y: 660,
  width: 430,
  height: 470,
  skin: "#c98a62",
  shade: "#7d4536",
  blush: "#d2583f",
  lips: "#a8473f",
  ink: "#20161c",
  brow: "#33201f",
  eyes: 1.28,
  nose: 0.68,
  smile: 1.15,
};

export function paintChild(easel: Easel): void {
  backdrop(easel, "#f3d9a6", "#e79a76");
  paintShape(easel, ellipse(512, 560, 400), "#f8e6bf", [{ x: 640, y: 420, radius: 420, color: "#fff6df", alpha: 0.9 }]);
  clouds(easel);
  paintHood(easel);
  paintHead(easel);
  paintCords(easel);
}

function clouds(easel: Easel): void {
  for (const [x, y, size] of [
    [150, 240, 1],
    [900, 330, 0.8],
    [80, 700, 0.7],
    [960, 780, 0.9],
  ] as const) {
    for (const [dx, dy, radius] of [
      [-80, 10, 50],
      [-20, -22, 70],
      [60, -4, 58],
      [118, 16, 36],
    ] as const) {
      paintShape(easel, ellipse(x + dx * size, y + dy * size, radius * size), "#fdf3dc", []);
    }
    paintShape(
      easel,
      `M ${x - 130 * size} ${y + 10 * size} h ${284 * size} q -10 ${50 * size} -60 ${44 * size} h ${-180 * size} q -44 0 -44 ${-44 * size} Z`,
      "#fdf3dc",
      [],
    );
  }
}

function paintHood(easel: Easel): void {
  paintShape(easel, "M 150 1280 C 150 1120 240 1010 400 960 L 640 960 C 800 1010 880 1120 884 1280 Z", HOOD, [
    { x: 820, y: 1050, radius: 300, color: "#9fd0cc", alpha: 0.65 },
    { x: 230, y: 1240, radius: 320, color: "#173443", alpha: 0.75 },
  ]);
  paintShape(easel, ellipse(522, 612, 352, 376), HOOD, [
    { x: 790, y: 400, radius: 300, color: "#a9d8d2", alpha: 0.8 },
    { x: 230, y: 800, radius: 360, color: "#173443", alpha: 0.75 },
  ]);
  fur(easel, { x: 524, y: 640, radiusX: 276, radiusY: 296 });
  paintShape(easel, ellipse(524, 642, 250, 268), "#7a5a4a", [
    { x: 420, y: 800, radius: 260, color: "#2b1b22", alpha: 0.7 },
  ]);
}

function fur(easel: Easel, ring: { x: number; y: number; radiusX: number; radiusY: number }): void {
  const { random } = easel;
  for (let tuft = 0; tuft < 96; tuft += 1) {
    // Not in order around the ring: a row of overlapping tufts would look like shells.
    const turn = ((tuft * 37) / 96) * Math.PI * 2;
    const out = random.between(-10, 14);
    const x = ring.x + Math.cos(turn) * (ring.radiusX + out);
    const y = ring.y + Math.sin(turn) * (ring.radiusY + out);
    const lit = (Math.cos(turn) - Math.sin(turn) + 1.4) / 2.8;
    paintShape(easel, ellipse(x, y, random.between(26, 40)), lit > 0.5 ? "#fbeed2" : "#dcc49c", [
      { x: x + 12, y: y - 14, radius: 34, color: "#fffaf0", alpha: 0.7 * Math.max(0, lit) },
      { x: x - 14, y: y + 16, radius: 34, color: "#a07c5c", alpha: 0.5 },
    ]);
  }
}

function paintHead(easel: Easel): void {
  paintFace(easel, FACE);
  paintShape(
    easel,
    "M 300 660 C 290 486 400 386 522 388 C 660 390 762 500 748 660 C 728 596 690 556 630 540 C 600 570 550 574 520 552 C 470 584 400 576 364 590 C 330 606 312 630 300 660 Z",
    "#2b1b22",
    [{ x: 680, y: 470, radius: 150, color: "#8a4a3a", alpha: 0.7 }],
  );
  for (const curl of [
    [392, 560, 40],
    [456, 538, 44],
    [534, 528, 46],
    [610, 544, 42],
    [672, 580, 36],
    [342, 600, 32],
    [714, 626, 26],
  ] as const) {
    paintShape(easel, ellipse(curl[0], curl[1], curl[2]), "#2b1b22", [
      { x: curl[0] + 14, y: curl[1] - 14, radius: 30, color: "#8a4a3a", alpha: 0.55 },
    ]);
  }
}

function paintCords(easel: Easel): void {
  const { context } = easel;
  paintLine(easel, "M 470 986 C 462 1040 468 1090 460 1130", { color: PAINT.cream, width: 10 });
  paintLine(easel, "M 574 986 C 584 1040 576 1080 588 1118", { color: PAINT.cream, width: 10 });
  context.fillStyle = PAINT.tungsten;
  context.fill(ellipse(459, 1138, 15));
  context.fill(ellipse(589, 1126, 15));
  paintLine(easel, "M 524 1010 L 526 1280", { color: "#1d4650", width: 7, alpha: 0.7 });
  for (const button of [1080, 1190]) {
    context.fillStyle = "#f0b25e";
    context.fill(ellipse(556, button, 17));
    paintLine(easel, `M 550 ${button} L 562 ${button}`, { color: "#8a5426", width: 4 });
  }
}
