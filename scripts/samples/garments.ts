import { backdrop, type Easel, ellipse, HEIGHT, PAINT, paintLine, paintShape, pool, soften, WIDTH } from "./paint";

/** Light that falls through a window onto a wall. */
function windowLight(easel: Easel, alpha: number): void {
  soften(easel, 14, (layer) => {
    layer.fillStyle = `rgba(255, 240, 205, ${alpha})`;
    for (const [x, y] of [
      [520, 120],
      [720, 60],
      [520, 420],
      [720, 360],
    ] as const) {
      layer.beginPath();
      layer.moveTo(x, y);
      layer.lineTo(x + 176, y - 54);
      layer.lineTo(x + 176, y + 206);
      layer.lineTo(x, y + 262);
      layer.fill();
    }
  });
}

export function paintCoat(easel: Easel): void {
  const { context } = easel;
  backdrop(easel, "#a9b8a0", "#7f9686");
  windowLight(easel, 0.42);
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
  paintLine(easel, "M 0 120 L 1024 104", { color: "#4b3a33", width: 22 });
  paintLine(easel, "M 0 114 L 1024 98", { color: "#a07a5c", width: 5, alpha: 0.7 });
  paintLine(easel, "M 512 216 C 514 180 560 176 552 138 C 546 108 506 104 500 128", { color: "#3a3c44", width: 9 });
  paintLine(easel, "M 330 300 Q 420 226 512 214 Q 604 226 694 300", { color: "#8a5a38", width: 26 });
  paintLine(easel, "M 336 294 Q 424 222 512 208 Q 600 222 688 294", { color: "#d39a62", width: 6, alpha: 0.8 });
  const red = "#b63a32";
  const shade = { color: "#4a1524", alpha: 0.75 };
  const glow = { color: "#f07a58", alpha: 0.7 };
  paintShape(
    easel,
    "M 318 300 C 262 330 238 420 222 560 C 206 700 196 800 204 880 C 230 904 280 904 306 884 C 312 760 330 640 360 520 Z",
    "#9e302c",
    [
      { x: 210, y: 800, radius: 240, ...shade },
      { x: 320, y: 380, radius: 140, ...glow },
    ],
  );
  paintShape(
    easel,
    "M 706 300 C 764 330 788 420 804 560 C 820 700 830 800 822 880 C 796 904 746 904 720 884 C 714 760 696 640 664 520 Z",
    red,
    [
      { x: 830, y: 500, radius: 240, ...glow },
      { x: 700, y: 800, radius: 160, ...shade },
    ],
  );
  paintShape(
    easel,
    "M 316 298 C 380 262 430 250 470 240 L 556 240 C 600 250 650 264 708 298 C 700 440 690 560 680 640 C 720 800 760 960 776 1120 C 600 1152 420 1152 250 1120 C 266 960 306 800 344 640 C 334 560 322 440 316 298 Z",
    red,
    [
      { x: 690, y: 480, radius: 280, ...glow },
      { x: 720, y: 1000, radius: 260, ...glow },
      { x: 290, y: 980, radius: 330, ...shade },
      { x: 340, y: 500, radius: 180, ...shade },
    ],
  );
  paintShape(
    easel,
    "M 470 240 C 486 300 500 350 514 420 C 530 350 542 300 556 240 C 530 250 496 250 470 240 Z",
    "#4a1a26",
  );
  paintShape(
    easel,
    "M 470 238 C 440 250 410 270 402 300 L 372 400 L 424 420 L 404 446 L 514 640 C 516 560 512 470 500 400 C 490 340 478 290 470 238 Z",
    "#a83430",
    [
      { x: 420, y: 330, radius: 150, ...glow },
      { x: 500, y: 600, radius: 140, ...shade },
    ],
  );
  paintShape(
    easel,
    "M 556 238 C 588 250 616 270 624 300 L 654 400 L 602 420 L 622 446 L 514 640 C 512 560 518 470 528 400 C 538 340 548 290 556 238 Z",
    "#c9483a",
    [{ x: 620, y: 340, radius: 150, ...glow }],
  );
  paintLine(easel, "M 514 640 C 516 800 516 980 512 1140", { color: "#5a1822", width: 6, alpha: 0.75 });
  paintShape(easel, "M 338 632 C 450 662 580 662 688 630 L 694 682 C 580 716 450 716 332 684 Z", "#8f2a2a", [
    { x: 640, y: 650, radius: 140, ...glow },
    { x: 360, y: 680, radius: 130, ...shade },
  ]);
  paintShape(easel, "M 540 646 h 78 v 66 h -78 Z M 554 660 v 38 h 50 v -38 Z", "#d8a24c");
  paintShape(easel, "M 602 690 C 640 740 650 800 644 880 L 600 872 C 606 800 600 750 580 706 Z", "#8f2a2a", [
    { x: 640, y: 800, radius: 90, ...glow },
  ]);
  for (const pocket of ["M 300 806 L 428 820 L 424 850 L 294 836 Z", "M 606 820 L 730 806 L 738 836 L 612 850 Z"])
    paintShape(easel, pocket, "#8f2a2a", []);
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

export function paintScarf(easel: Easel): void {
  const { context } = easel;
  backdrop(easel, "#efd9b4", "#d9ac84");
  windowLight(easel, 0.5);
  soften(easel, 22, (layer) => {
    layer.fillStyle = "rgba(110, 66, 48, 0.34)";
    layer.fill(ellipse(440, 440, 210, 170));
    layer.fillRect(286, 420, 190, 640);
    layer.fillRect(500, 420, 170, 500);
  });
  paintShape(easel, `M 90 210 h 860 v 84 h -860 Z`, "#8c5b3c", [
    { x: 800, y: 220, radius: 320, color: "#dba26c", alpha: 0.7 },
    { x: 160, y: 280, radius: 280, color: "#4a2c26", alpha: 0.6 },
  ]);
  for (const grain of ["M 110 236 C 300 226 520 250 940 230", "M 100 268 C 340 280 640 256 940 272"]) {
    paintLine(easel, grain, { color: "#4a2c26", width: 4, alpha: 0.3 });
  }
  tail(easel, { x: 520, width: 190, top: 330, bottom: 930, sway: 30 });
  tail(easel, { x: 320, width: 206, top: 330, bottom: 1070, sway: -34 });
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
  context.globalAlpha = 1;
}

type Tail = { x: number; width: number; top: number; bottom: number; sway: number };

function tail(easel: Easel, { x, width, top, bottom, sway }: Tail): void {
  const { context, random } = easel;
  const side = (t: number) => sway * Math.sin(t * 3.2);
  const edge = (from: number, y: number) => from + side((y - top) / (bottom - top));
  const colors = ["#2f6468", PAINT.cream, "#2f6468", "#d9604c", "#2f6468", PAINT.cream, "#24455a", "#e7a85a"];
  const band = 74;
  for (let y = bottom; y < bottom + 1; y += 1) {
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
  context.globalAlpha = 1;
}
