import { backdrop, type Easel, ellipse, PAINT, paintLine, paintShape, soften } from "./paint";
import { windowLight } from "./window-light";

export function paintScarf(easel: Easel): void {
  backdrop(easel, "#efd9b4", "#d9ac84");
  windowLight(easel, 0.5);
  soften(easel, 22, (layer) => {
    layer.fillStyle = "rgba(110, 66, 48, 0.34)";
    layer.fill(ellipse(440, 440, 210, 170));
    layer.fillRect(286, 420, 190, 640);
    layer.fillRect(500, 420, 170, 500);
  });
  paintBoard(easel);
  paintHanging(easel);
  paintWrap(easel);
}

function paintBoard(easel: Easel): void {
  paintShape(easel, `M 90 210 h 860 v 84 h -860 Z`, "#8c5b3c", [
    { x: 800, y: 220, radius: 320, color: "#dba26c", alpha: 0.7 },
    { x: 160, y: 280, radius: 280, color: "#4a2c26", alpha: 0.6 },
  ]);
  for (const grain of ["M 110 236 C 300 226 520 250 940 230", "M 100 268 C 340 280 640 256 940 272"]) {
    paintLine(easel, grain, { color: "#4a2c26", width: 4, alpha: 0.3 });
  }
}

function paintHanging(easel: Easel): void {
  tail(easel, { x: 520, width: 190, top: 330, bottom: 930, sway: 30 });
  tail(easel, { x: 320, width: 206, top: 330, bottom: 1070, sway: -34 });
}

function paintWrap(easel: Easel): void {
  paintShape(
    easel,
    "M 306 420 C 300 330 370 262 512 262 C 660 262 728 334 716 430 C 690 500 640 470 600 452 C 560 432 470 432 430 452 C 380 476 322 494 306 420 Z",
    "#2f6468",
    [
      { x: 640, y: 300, radius: 200, color: "#9fd0cc", alpha: 0.7 },
      { x: 360, y: 440, radius: 200, color: "#12303a", alpha: 0.7 },
    ],
  );
  const wraps: [string, string][] = [
    ["M 368 298 C 350 350 352 420 372 474 L 420 456 C 404 400 408 330 432 276 Z", PAINT.cream],
    ["M 484 264 C 470 330 470 390 480 438 L 536 436 C 530 380 532 320 546 263 Z", "#d9604c"],
    ["M 610 274 C 612 330 606 400 610 456 L 656 474 C 662 410 664 350 662 298 Z", PAINT.cream],
  ];
  for (const [path, color] of wraps) {
    paintShape(easel, path, color, [
      { x: 640, y: 290, radius: 160, color: "#fff4dc", alpha: 0.5 },
      { x: 360, y: 460, radius: 150, color: "#3a2430", alpha: 0.45 },
    ]);
  }
  paintShape(easel, ellipse(512, 250, 40, 44), "#6b4430", [
    { x: 526, y: 234, radius: 36, color: "#f0c08a", alpha: 0.9 },
  ]);
}

type Tail = { x: number; width: number; top: number; bottom: number; sway: number };

function tail(easel: Easel, { x, width, top, bottom, sway }: Tail): void {
  const { random } = easel;
  const side = (t: number) => sway * Math.sin(t * 3.2);
  const edge = (from: number, y: number) => from + side((y - top) / (bottom - top));
  const colors = ["#2f6468", PAINT.cream, "#2f6468", "#d9604c", "#2f6468", PAINT.cream, "#24455a", "#e7a85a"];
  const band = 74;
  for (let strand = 0; strand < 17; strand += 1) {
    const start = edge(x, bottom) + 8 + (strand * (width - 16)) / 16;
    const fall = random.between(64, 96);
    paintLine(
      easel,
      `M ${start} ${bottom - 4} q ${random.between(-10, 10)} ${fall / 2} ${random.between(-8, 8) + sway * 0.1} ${fall}`,
      {
        color: strand % 3 === 0 ? "#d9604c" : strand % 2 === 0 ? "#24455a" : "#2f6468",
        width: 7,
      },
    );
  }
  for (let index = 0; top + index * band < bottom; index += 1) {
    const [from, to] = [top + index * band, Math.min(bottom, top + (index + 1) * band)];
    const sag = 13;
    const path = `M ${edge(x, from)} ${from} Q ${edge(x, from) + width / 2} ${from + sag} ${edge(x, from) + width} ${from} L ${edge(x, to) + width} ${to} Q ${edge(x, to) + width / 2} ${to + sag} ${edge(x, to)} ${to} Z`;
    paintShape(easel, path, colors[index % colors.length] ?? PAINT.cream, [
      { x: edge(x, from) + width, y: from, radius: width * 0.6, color: "#fff0d0", alpha: 0.4 },
      { x: edge(x, from), y: to, radius: width * 0.7, color: "#20202e", alpha: 0.55 },
    ]);
  }
  for (let rib = 1; rib < 12; rib += 1) {
    const points = Array.from({ length: 13 }, (_, step) => {
      const y = top + ((bottom - top) * step) / 12;
      return `${edge(x, y) + (width * rib) / 12} ${y}`;
    });
    paintLine(easel, `M ${points.join(" L ")}`, { color: "#15182a", width: 3, alpha: 0.16 });
  }
}
