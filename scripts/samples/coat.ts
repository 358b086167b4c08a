import { backdrop, type Easel, ellipse, HEIGHT, paintLine, paintShape, pool, soften, WIDTH } from "./paint";
import { windowLight } from "./window-light";

const RED = "#b63a32";

const SHADE = { color: "#4a1524", alpha: 0.75 };

const GLOW = { color: "#f07a58", alpha: 0.7 };

export function paintCoat(easel: Easel): void {
  backdrop(easel, "#a9b8a0", "#7f9686");
  windowLight(easel, 0.42);
  paintRoom(easel);
  paintHanger(easel);
  paintCloth(easel);
  paintLapels(easel);
  paintBelt(easel);
  paintButtonsAndFolds(easel);
}

function paintRoom(easel: Easel): void {
  paintShape(easel, `M 0 1150 L ${WIDTH} 1130 L ${WIDTH} ${HEIGHT} L 0 ${HEIGHT} Z`, "#b98d63", [
    { x: 760, y: 1160, radius: 420, color: "#f2d09a", alpha: 0.6 },
    { x: 120, y: 1250, radius: 420, color: "#6d4a38", alpha: 0.6 },
  ]);
  paintLine(easel, "M 0 1152 L 1024 1132", { color: "#f4e4c4", width: 14, alpha: 0.8 });
  soften(easel, 24, (layer) => {
    layer.fillStyle = "rgba(40, 46, 52, 0.4)";
    layer.fill(ellipse(470, 1200, 300, 26));
    layer.fillStyle = "rgba(40, 52, 48, 0.3)";
    layer.beginPath();
    layer.moveTo(300, 280);
    layer.lineTo(560, 260);
    layer.lineTo(640, 1130);
    layer.lineTo(120, 1140);
    layer.fill();
  });
}

function paintHanger(easel: Easel): void {
  paintLine(easel, "M 0 120 L 1024 104", { color: "#4b3a33", width: 22 });
  paintLine(easel, "M 0 114 L 1024 98", { color: "#a07a5c", width: 5, alpha: 0.7 });
  paintLine(easel, "M 512 216 C 514 180 560 176 552 138 C 546 108 506 104 500 128", { color: "#3a3c44", width: 9 });
  paintLine(easel, "M 330 300 Q 420 226 512 214 Q 604 226 694 300", { color: "#8a5a38", width: 26 });
  paintLine(easel, "M 336 294 Q 424 222 512 208 Q 600 222 688 294", { color: "#d39a62", width: 6, alpha: 0.8 });
}

function paintCloth(easel: Easel): void {
  paintShape(
    easel,
    "M 318 300 C 262 330 238 420 222 560 C 206 700 196 800 204 880 C 230 904 280 904 306 884 C 312 760 330 640 360 520 Z",
    "#9e302c",
    [
      { x: 210, y: 800, radius: 240, ...SHADE },
      { x: 320, y: 380, radius: 140, ...GLOW },
    ],
  );
  paintShape(
    easel,
    "M 706 300 C 764 330 788 420 804 560 C 820 700 830 800 822 880 C 796 904 746 904 720 884 C 714 760 696 640 664 520 Z",
    RED,
    [
      { x: 830, y: 500, radius: 240, ...GLOW },
      { x: 700, y: 800, radius: 160, ...SHADE },
    ],
  );
  paintShape(
    easel,
    "M 316 298 C 380 262 430 250 470 240 L 556 240 C 600 250 650 264 708 298 C 700 440 690 560 680 640 C 720 800 760 960 776 1120 C 600 1152 420 1152 250 1120 C 266 960 306 800 344 640 C 334 560 322 440 316 298 Z",
    RED,
    [
      { x: 690, y: 480, radius: 280, ...GLOW },
      { x: 720, y: 1000, radius: 260, ...GLOW },
      { x: 290, y: 980, radius: 330, ...SHADE },
      { x: 340, y: 500, radius: 180, ...SHADE },
    ],
  );
  paintShape(
    easel,
    "M 470 240 C 486 300 500 350 514 420 C 530 350 542 300 556 240 C 530 250 496 250 470 240 Z",
    "#4a1a26",
  );
}

function paintLapels(easel: Easel): void {
  paintShape(
    easel,
    "M 470 238 C 440 250 410 270 402 300 L 372 400 L 424 420 L 404 446 L 514 640 C 516 560 512 470 500 400 C 490 340 478 290 470 238 Z",
    "#a83430",
    [
      { x: 420, y: 330, radius: 150, ...GLOW },
      { x: 500, y: 600, radius: 140, ...SHADE },
    ],
  );
  paintShape(
    easel,
    "M 556 238 C 588 250 616 270 624 300 L 654 400 L 602 420 L 622 446 L 514 640 C 512 560 518 470 528 400 C 538 340 548 290 556 238 Z",
    "#c9483a",
    [{ x: 620, y: 340, radius: 150, ...GLOW }],
  );
  paintLine(easel, "M 514 640 C 516 800 516 980 512 1140", { color: "#5a1822", width: 6, alpha: 0.75 });
}

function paintBelt(easel: Easel): void {
  paintShape(easel, "M 338 632 C 450 662 580 662 688 630 L 694 682 C 580 716 450 716 332 684 Z", "#8f2a2a", [
    { x: 640, y: 650, radius: 140, ...GLOW },
    { x: 360, y: 680, radius: 130, ...SHADE },
  ]);
  paintShape(easel, "M 540 646 h 78 v 66 h -78 Z M 554 660 v 38 h 50 v -38 Z", "#d8a24c");
  paintShape(easel, "M 602 690 C 640 740 650 800 644 880 L 600 872 C 606 800 600 750 580 706 Z", "#8f2a2a", [
    { x: 640, y: 800, radius: 90, ...GLOW },
  ]);
  for (const pocket of ["M 300 806 L 428 820 L 424 850 L 294 836 Z", "M 606 820 L 730 806 L 738 836 L 612 850 Z"])
    paintShape(easel, pocket, "#8f2a2a", []);
}

function paintButtonsAndFolds(easel: Easel): void {
  const { context } = easel;
  for (const [x, y] of [
    [470, 560],
    [470, 760],
    [466, 860],
    [560, 760],
    [562, 860],
  ] as const) {
    context.fillStyle = "#2b1720";
    context.fill(ellipse(x, y, 17));
    pool(context, { x: x + 4, y: y - 5, radius: 12, color: "#e0a080", alpha: 0.8 });
  }
  for (const fold of [
    "M 360 720 C 330 860 312 1000 300 1110",
    "M 420 900 C 408 980 402 1060 400 1130",
    "M 650 740 C 690 880 712 1000 728 1106",
    "M 590 940 C 604 1020 610 1080 612 1130",
    "M 352 420 C 344 520 352 580 356 620",
  ]) {
    paintLine(easel, fold, { color: "#5a1822", width: 7, alpha: 0.4 });
  }
}
