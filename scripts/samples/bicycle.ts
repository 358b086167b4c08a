import { backdrop, type Easel, ellipse, HEIGHT, PAINT, paintLine, paintShape, soften, WIDTH } from "./paint";

const [REAR, FRONT, HUB] = [
  { x: 272, y: 880 },
  { x: 752, y: 880 },
  { x: 478, y: 890 },
] as const;

export function paintBicycle(easel: Easel): void {
  backdrop(easel, "#f4ddb0", "#efc08e");
  paintShape(easel, ellipse(760, 330, 150), "#fff1cf", []);
  paintLand(easel);
  paintFrame(easel);
  paintSaddleAndBars(easel);
  paintCranks(easel);
  paintBasket(easel);
  paintGrass(easel);
}

function paintLand(easel: Easel): void {
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
}

function paintFrame(easel: Easel): void {
  const { context } = easel;
  for (const wheel of [REAR, FRONT]) paintWheel(easel, wheel);
  const frame = { color: "#2f6f76", width: 22 };
  const shine = { color: "#9fd8d2", width: 5, alpha: 0.8 };
  const tubes = [
    `M ${HUB.x} ${HUB.y} L 396 600`,
    `M 404 634 C 500 700 600 690 676 606`,
    `M ${HUB.x} ${HUB.y} C 560 850 650 740 682 626`,
    `M ${REAR.x} ${REAR.y} L ${HUB.x} ${HUB.y}`,
    `M ${REAR.x} ${REAR.y} L 410 654`,
    `M 668 546 L 694 680 C 704 760 730 820 ${FRONT.x} ${FRONT.y}`,
  ];
  for (const tube of tubes) paintLine(easel, tube, frame);
  for (const tube of tubes) {
    context.save();
    context.translate(3, -5);
    paintLine(easel, tube, shine);
    context.restore();
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

function paintSaddleAndBars(easel: Easel): void {
  paintLine(easel, "M 396 600 L 384 556", { color: "#b9bcc0", width: 14 });
  paintShape(
    easel,
    "M 306 548 C 330 516 400 520 466 536 C 480 544 476 560 458 562 C 410 560 390 580 346 584 C 312 584 296 570 306 548 Z",
    "#7a4a34",
    [{ x: 400, y: 530, radius: 80, color: "#e0a878", alpha: 0.8 }],
  );
  paintLine(easel, "M 666 552 C 656 500 640 484 600 476 C 566 470 544 488 548 506", { color: "#b9bcc0", width: 13 });
  paintLine(easel, "M 562 484 C 544 488 540 512 552 524", { color: "#7a4a34", width: 22 });
}

function paintCranks(easel: Easel): void {
  const { context } = easel;
  paintLine(easel, `M ${HUB.x} ${HUB.y} L 440 960`, { color: "#5a5f66", width: 12 });
  paintLine(easel, "M 410 964 L 470 964", { color: "#33363d", width: 18 });
  context.fillStyle = "#d9a24c";
  context.fill(ellipse(HUB.x, HUB.y, 46));
  context.fillStyle = "#8d5a2c";
  context.fill(ellipse(HUB.x, HUB.y, 28));
  paintLine(
    easel,
    `M ${REAR.x} ${REAR.y - 20} L ${HUB.x} ${HUB.y - 42} M ${REAR.x} ${REAR.y + 20} L ${HUB.x} ${HUB.y + 42}`,
    { color: "#4a4650", width: 6 },
  );
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

function paintGrass(easel: Easel): void {
  const { random } = easel;
  for (let index = 0; index < 90; index += 1) {
    const [x, y] = [random.between(0, WIDTH), random.between(950, 1250)];
    paintLine(
      easel,
      `M ${x} ${y} q ${random.between(-8, 8)} -18 ${random.between(-14, 14)} ${-random.between(16, 40)}`,
      { color: random.chance(0.5) ? "#7d8f5e" : "#a9a866", width: 5, alpha: 0.55 },
    );
  }
}
