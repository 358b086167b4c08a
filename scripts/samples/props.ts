import { createCanvas } from "@napi-rs/canvas";
import { backdrop, type Easel, ellipse, HEIGHT, PAINT, paintLine, paintShape, pool, soften, WIDTH } from "./paint";

export function paintLantern(easel: Easel): void {
  const { context, random } = easel;
  backdrop(easel, "#16223a", "#2b3350");
  pool(context, { x: 512, y: 640, radius: 720, color: "#f08a4a", alpha: 0.5 });
  for (let index = 0; index < 26; index += 1) {
    const [x, y, radius] = [random.between(0, WIDTH), random.between(60, 1200), random.between(16, 60)];
    context.fillStyle = `rgba(255, ${Math.round(random.between(150, 200))}, 110, ${random.between(0.04, 0.12)})`;
    context.fill(ellipse(x, y, radius));
  }
  paintShape(
    easel,
    "M -20 60 C 200 150 380 120 560 170 C 720 214 860 170 1050 250 L 1050 214 C 860 138 730 180 570 136 C 380 84 220 110 -20 10 Z",
    "#2a1f2c",
    [{ x: 560, y: 190, radius: 200, color: "#c9744a", alpha: 0.7 }],
  );
  for (const [x, y, turn] of [
    [180, 110, 0.9],
    [320, 116, 0.5],
    [690, 190, 0.9],
    [820, 196, 1.4],
    [930, 214, 0.7],
    [90, 70, 1.3],
    [430, 140, 1.9],
  ] as const) {
    context.save();
    context.translate(x, y);
    context.rotate(turn);
    paintShape(easel, "M 0 0 C 26 -30 76 -32 112 0 C 76 26 26 26 0 0 Z", "#33505a", [
      { x: 90, y: 20, radius: 90, color: "#d39a5c", alpha: 0.6 },
    ]);
    context.restore();
  }
  paintLine(easel, "M 512 158 L 512 356", { color: "#1a1420", width: 7 });
  const body =
    "M 330 420 C 210 500 190 760 300 890 C 350 940 680 940 726 890 C 836 760 816 500 694 420 C 640 390 384 390 330 420 Z";
  soften(easel, 60, (layer) => {
    layer.fillStyle = "rgba(255, 170, 80, 0.75)";
    layer.fill(ellipse(512, 660, 330, 290));
  });
  paintShape(easel, body, "#e8743a", [
    { x: 512, y: 690, radius: 330, color: "#ffd27a", alpha: 0.95 },
    { x: 512, y: 740, radius: 190, color: "#fff6d0", alpha: 0.95 },
    { x: 220, y: 520, radius: 190, color: "#8c2f2c", alpha: 0.6 },
    { x: 810, y: 520, radius: 180, color: "#8c2f2c", alpha: 0.45 },
  ]);
  for (let rib = 0; rib < 9; rib += 1) {
    const y = 446 + rib * 54;
    const half = 300 * Math.sqrt(Math.max(0.1, 1 - ((y - 662) / 330) ** 2)) + 6;
    paintLine(easel, `M ${512 - half} ${y} Q ${512} ${y + 40} ${512 + half} ${y}`, {
      color: "#a63f26",
      width: 4,
      alpha: 0.5,
    });
  }
  // A painted branch on the paper, dark against the light within.
  paintLine(easel, "M 400 860 C 440 760 500 720 560 600 C 580 560 600 530 640 510", {
    color: "#7a2a22",
    width: 11,
    alpha: 0.75,
  });
  paintLine(easel, "M 500 722 C 480 680 450 650 420 640", { color: "#7a2a22", width: 8, alpha: 0.75 });
  for (const [x, y] of [
    [640, 506],
    [566, 590],
    [420, 636],
    [470, 690],
    [600, 560],
    [520, 680],
  ] as const) {
    for (let petal = 0; petal < 5; petal += 1) {
      const turn = (petal / 5) * Math.PI * 2;
      context.fillStyle = "rgba(176, 48, 40, 0.7)";
      context.fill(ellipse(x + Math.cos(turn) * 15, y + Math.sin(turn) * 15, 13, 9, turn));
    }
  }
  for (const [y, half] of [
    [398, 150],
    [918, 160],
  ] as const) {
    paintShape(
      easel,
      `M ${512 - half} ${y - 26} h ${half * 2} q 16 0 16 16 v 18 q 0 18 -16 18 h ${-half * 2} q -16 0 -16 -18 v -18 q 0 -16 16 -16 Z`,
      "#2a1b26",
      [{ x: 512, y: y + (y > 600 ? -30 : 30), radius: 150, color: "#f0904a", alpha: 0.8 }],
    );
  }
  paintLine(easel, "M 512 944 L 512 1000", { color: "#d9604c", width: 10 });
  paintShape(easel, "M 492 996 h 40 l 6 40 h -52 Z", PAINT.tungsten, []);
  for (let strand = 0; strand < 13; strand += 1) {
    paintLine(
      easel,
      `M ${490 + strand * 3.7} 1036 q ${random.between(-6, 6)} 60 ${(strand - 6) * 2.4} ${random.between(110, 134)}`,
      { color: strand % 2 ? "#d9604c" : "#b8402f", width: 4 },
    );
  }
  for (let index = 0; index < 22; index += 1) {
    const [x, y] = [random.between(60, 960), random.between(320, 1220)];
    pool(context, { x, y, radius: random.between(10, 26), color: "#ffe3a0", alpha: random.between(0.4, 0.9) });
  }
}

export function paintBicycle(easel: Easel): void {
  const { context, random } = easel;
  backdrop(easel, "#f4ddb0", "#efc08e");
  paintShape(easel, ellipse(760, 330, 150), "#fff1cf", []);
  for (const [path, color] of [
    ["M 0 620 C 160 540 330 560 480 600 C 660 650 820 560 1024 590 L 1024 900 L 0 900 Z", "#b9c2a0"],
    ["M 0 740 C 200 660 420 720 600 700 C 780 680 900 720 1024 690 L 1024 1000 L 0 1000 Z", "#8aa68c"],
  ] as const) {
    paintShape(easel, path, color, [
      { x: 800, y: 640, radius: 340, color: "#ffe6b0", alpha: 0.5 },
      { x: 100, y: 860, radius: 360, color: "#4d6f66", alpha: 0.5 },
    ]);
  }
  paintShape(easel, `M 0 960 C 300 930 700 940 1024 960 L 1024 ${HEIGHT} L 0 ${HEIGHT} Z`, "#d9a876", [
    { x: 760, y: 1000, radius: 460, color: "#f9dfae", alpha: 0.7 },
    { x: 100, y: 1260, radius: 460, color: "#8d5a44", alpha: 0.5 },
  ]);
  soften(easel, 12, (layer) => {
    layer.fillStyle = "rgba(70, 48, 50, 0.42)";
    layer.fill(ellipse(480, 1076, 400, 24));
  });
  const [rear, front, hub] = [
    { x: 272, y: 880 },
    { x: 752, y: 880 },
    { x: 478, y: 890 },
  ];
  for (const wheel of [rear, front]) paintWheel(easel, wheel);
  const frame = { color: "#2f6f76", width: 22 };
  const shine = { color: "#9fd8d2", width: 5, alpha: 0.8 };
  const tubes = [
    `M ${hub.x} ${hub.y} L 396 600`,
    `M 404 634 C 500 700 600 690 676 606`,
    `M ${hub.x} ${hub.y} C 560 850 650 740 682 626`,
    `M ${rear.x} ${rear.y} L ${hub.x} ${hub.y}`,
    `M ${rear.x} ${rear.y} L 410 654`,
    `M 668 546 L 694 680 C 704 760 730 820 ${front.x} ${front.y}`,
  ];
  for (const tube of tubes) paintLine(easel, tube, frame);
  for (const tube of tubes) {
    context.save();
    context.translate(3, -5);
    paintLine(easel, tube, shine);
    context.restore();
  }
  paintLine(easel, "M 396 600 L 384 556", { color: "#b9bcc0", width: 14 });
  paintShape(
    easel,
    "M 306 548 C 330 516 400 520 466 536 C 480 544 476 560 458 562 C 410 560 390 580 346 584 C 312 584 296 570 306 548 Z",
    "#7a4a34",
    [{ x: 400, y: 530, radius: 80, color: "#e0a878", alpha: 0.8 }],
  );
  paintLine(easel, "M 666 552 C 656 500 640 484 600 476 C 566 470 544 488 548 506", { color: "#b9bcc0", width: 13 });
  paintLine(easel, "M 562 484 C 544 488 540 512 552 524", { color: "#7a4a34", width: 22 });
  paintLine(easel, `M ${hub.x} ${hub.y} L 440 960`, { color: "#5a5f66", width: 12 });
  paintLine(easel, "M 410 964 L 470 964", { color: "#33363d", width: 18 });
  context.fillStyle = "#d9a24c";
  context.fill(ellipse(hub.x, hub.y, 46));
  context.fillStyle = "#8d5a2c";
  context.fill(ellipse(hub.x, hub.y, 28));
  paintLine(
    easel,
    `M ${rear.x} ${rear.y - 20} L ${hub.x} ${hub.y - 42} M ${rear.x} ${rear.y + 20} L ${hub.x} ${hub.y + 42}`,
    { color: "#4a4650", width: 6 },
  );
  paintBasket(easel);
  for (let index = 0; index < 90; index += 1) {
    const [x, y] = [random.between(0, WIDTH), random.between(950, 1250)];
    paintLine(
      easel,
      `M ${x} ${y} q ${random.between(-8, 8)} -18 ${random.between(-14, 14)} ${-random.between(16, 40)}`,
      { color: random.chance(0.5) ? "#7d8f5e" : "#a9a866", width: 5, alpha: 0.55 },
    );
  }
}

function paintWheel(easel: Easel, { x, y }: { x: number; y: number }): void {
  const { context } = easel;
  for (let spoke = 0; spoke < 22; spoke += 1) {
    const turn = (spoke / 22) * Math.PI * 2;
    paintLine(easel, `M ${x} ${y} L ${x + Math.cos(turn) * 170} ${y + Math.sin(turn) * 170}`, {
      color: "#6d6a70",
      width: 3,
      alpha: 0.6,
    });
  }
  for (const [radius, color, width] of [
    [184, "#2b2630", 22],
    [168, "#e8dcc4", 9],
    [188, "#6b5f66", 4],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke(ellipse(x, y, radius));
  }
  context.strokeStyle = PAINT.coral;
  context.lineWidth = 15;
  context.beginPath();
  context.arc(x, y, 214, Math.PI * 1.08, Math.PI * 1.86);
  context.stroke();
  context.fillStyle = "#4a4650";
  context.fill(ellipse(x, y, 17));
}

function paintBasket(easel: Easel): void {
  const { context, random } = easel;
  for (const [x, y, color] of [
    [706, 470, "#d9604c"],
    [760, 440, "#ffcf70"],
    [812, 462, "#f6e9d2"],
    [738, 500, "#e8855c"],
    [796, 506, "#d9604c"],
    [846, 492, "#ffcf70"],
  ] as const) {
    paintLine(easel, `M ${x} ${y} L ${772} 580`, { color: "#5f7f5c", width: 6 });
    for (let petal = 0; petal < 7; petal += 1) {
      const turn = (petal / 7) * Math.PI * 2 + random.next();
      context.fillStyle = color;
      context.fill(ellipse(x + Math.cos(turn) * 19, y + Math.sin(turn) * 19, 17, 12, turn));
    }
    context.fillStyle = "#7a4a34";
    context.fill(ellipse(x, y, 10));
  }
  paintShape(easel, "M 686 532 L 876 526 L 850 660 C 810 676 744 676 712 664 Z", "#b9814e", [
    { x: 850, y: 540, radius: 120, color: "#f4cf98", alpha: 0.8 },
    { x: 710, y: 660, radius: 110, color: "#6b3f2c", alpha: 0.7 },
  ]);
  for (let row = 0; row < 5; row += 1) {
    paintLine(
      easel,
      `M ${692 + row * 5} ${556 + row * 24} Q 780 ${572 + row * 23} ${870 - row * 5} ${550 + row * 24}`,
      { color: "#6b3f2c", width: 4, alpha: 0.5 },
    );
  }
  for (let column = 0; column < 9; column += 1) {
    paintLine(easel, `M ${700 + column * 21} 532 L ${720 + column * 15} 666`, {
      color: "#6b3f2c",
      width: 4,
      alpha: 0.4,
    });
  }
  paintLine(easel, "M 682 534 Q 780 552 880 526", { color: "#8d5a38", width: 16 });
}

export function paintUmbrella(easel: Easel): void {
  const { context, random } = easel;
  backdrop(easel, "#3e6a78", "#24414f");
  for (const [x, width, top] of [
    [-20, 210, 430],
    [170, 150, 560],
    [640, 170, 520],
    [790, 260, 380],
  ] as const) {
    paintShape(easel, `M ${x} ${top} h ${width} V 1000 h ${-width} Z`, "#2f5664", [
      { x: x + width, y: top, radius: 320, color: "#5f8e96", alpha: 0.5 },
    ]);
    for (let y = top + 50; y < 900; y += 84) {
      for (let column = x + 30; column < x + width - 30; column += 58) {
        if (random.chance(0.45))
          paintShape(easel, `M ${column} ${y} h 26 v 40 h -26 Z`, random.chance(0.5) ? "#e8b66a" : "#6f98a0");
      }
    }
  }
  paintShape(easel, `M 0 980 C 300 960 700 966 1024 984 L 1024 ${HEIGHT} L 0 ${HEIGHT} Z`, "#1f3945", [
    { x: 520, y: 1100, radius: 440, color: "#c99a4c", alpha: 0.5 },
  ]);
  soften(easel, 14, (layer) => {
    layer.fillStyle = "rgba(250, 196, 84, 0.35)";
    layer.fill(ellipse(500, 1130, 330, 42));
    layer.fillStyle = "rgba(10, 20, 28, 0.4)";
    layer.fill(ellipse(560, 1064, 90, 14));
  });
  context.save();
  context.translate(512, 560);
  context.rotate(-0.12);
  paintLine(easel, "M 0 -60 L 0 452 C 2 520 92 524 96 456", { color: "#4a2c26", width: 20 });
  paintLine(easel, "M 5 -60 L 5 452", { color: "#c98a5c", width: 5, alpha: 0.7 });
  const yellow = "#f2b438";
  const lit = { color: "#ffe9a0", alpha: 0.8 };
  const dark = { color: "#a8601f", alpha: 0.7 };
  // The far lining first, then the panels from the sides to the middle.
  paintShape(
    easel,
    "M -420 40 Q 0 -60 420 40 Q 320 90 240 44 Q 120 100 0 48 Q -120 100 -240 44 Q -320 90 -420 40 Z",
    "#9a5f22",
    [{ x: 0, y: 60, radius: 300, color: "#5a3218", alpha: 0.7 }],
  );
  const panels: [string, number][] = [
    ["M 0 -340 C -250 -330 -410 -160 -420 40 Q -350 -16 -262 36 C -240 -140 -140 -290 0 -340 Z", 0.6],
    ["M 0 -340 C 250 -330 410 -160 420 40 Q 350 -16 262 36 C 240 -140 140 -290 0 -340 Z", 1.1],
    ["M 0 -340 C -140 -290 -240 -140 -262 36 Q -170 -20 -88 40 C -90 -130 -60 -270 0 -340 Z", 0.8],
    ["M 0 -340 C 140 -290 240 -140 262 36 Q 170 -20 88 40 C 90 -130 60 -270 0 -340 Z", 1],
    ["M 0 -340 C -60 -270 -90 -130 -88 40 Q 0 -20 88 40 C 90 -130 60 -270 0 -340 Z", 0.95],
  ];
  panels.forEach(([path, light], index) => {
    paintShape(easel, path, index % 2 === 0 ? yellow : "#f7c04e", [
      { x: 240, y: -260, radius: 360, color: lit.color, alpha: lit.alpha * Math.min(1, light) },
      { x: -420, y: 60, radius: 360, ...dark },
    ]);
  });
  for (const rib of [
    "M 0 -340 C -140 -290 -240 -140 -262 36",
    "M 0 -340 C 140 -290 240 -140 262 36",
    "M 0 -340 C -60 -270 -90 -130 -88 40",
    "M 0 -340 C 60 -270 90 -130 88 40",
  ]) {
    paintLine(easel, rib, { color: "#a8601f", width: 4, alpha: 0.6 });
  }
  paintLine(easel, "M 0 -338 L 0 -384", { color: "#4a2c26", width: 13 });
  context.restore();
  rain(easel);
}

function rain({ context, random }: Easel): void {
  const layer = createCanvas(WIDTH, HEIGHT).getContext("2d");
  layer.lineCap = "round";
  for (let index = 0; index < 210; index += 1) {
    const [x, y, length] = [random.between(-60, WIDTH), random.between(-40, HEIGHT), random.between(24, 78)];
    layer.strokeStyle = `rgba(214, 236, 240, ${random.between(0.12, 0.42)})`;
    layer.lineWidth = random.between(1.5, 4);
    layer.beginPath();
    layer.moveTo(x, y);
    layer.lineTo(x + length * 0.22, y + length);
    layer.stroke();
  }
  // No drop falls under the umbrella.
  layer.globalCompositeOperation = "destination-out";
  layer.filter = "blur(14px)";
  layer.beginPath();
  layer.moveTo(130, 640);
  layer.lineTo(910, 560);
  layer.lineTo(820, 1110);
  layer.lineTo(250, 1130);
  layer.fill();
  layer.filter = "none";
  context.drawImage(layer.canvas, 0, 0);
  for (let index = 0; index < 26; index += 1) {
    const [x, y] = [random.between(0, WIDTH), random.between(1010, 1250)];
    if (x > 240 && x < 830 && y < 1120) continue;
    context.strokeStyle = "rgba(200, 228, 232, 0.4)";
    context.lineWidth = 3;
    context.stroke(ellipse(x, y, random.between(16, 40), random.between(4, 9)));
  }
}
