import { backdrop, type Easel, ellipse, PAINT, paintLine, paintShape, pool, soften, WIDTH } from "./paint";

export function paintLantern(easel: Easel): void {
  const { context, random } = easel;
  backdrop(easel, "#16223a", "#2b3350");
  pool(context, { x: 512, y: 640, radius: 720, color: "#f08a4a", alpha: 0.5 });
  for (let index = 0; index < 26; index += 1) {
    const [x, y, radius] = [random.between(0, WIDTH), random.between(60, 1200), random.between(16, 60)];
    context.fillStyle = `rgba(255, ${Math.round(random.between(150, 200))}, 110, ${random.between(0.04, 0.12)})`;
    context.fill(ellipse(x, y, radius));
  }
  paintBough(easel);
  paintPaper(easel);
  paintBlossom(easel);
  paintRims(easel);
  paintTassel(easel);
  paintFireflies(easel);
}

function paintBough(easel: Easel): void {
  const { context } = easel;
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
}

function paintPaper(easel: Easel): void {
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
}

function paintBlossom(easel: Easel): void {
  const { context } = easel;
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
}

function paintRims(easel: Easel): void {
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
}

function paintTassel(easel: Easel): void {
  const { random } = easel;
  paintLine(easel, "M 512 944 L 512 1000", { color: "#d9604c", width: 10 });
  paintShape(easel, "M 492 996 h 40 l 6 40 h -52 Z", PAINT.tungsten, []);
  for (let strand = 0; strand < 13; strand += 1) {
    paintLine(
      easel,
      `M ${490 + strand * 3.7} 1036 q ${random.between(-6, 6)} 60 ${(strand - 6) * 2.4} ${random.between(110, 134)}`,
      { color: strand % 2 ? "#d9604c" : "#b8402f", width: 4 },
    );
  }
}

function paintFireflies(easel: Easel): void {
  const { context, random } = easel;
  for (let index = 0; index < 22; index += 1) {
    const [x, y] = [random.between(60, 960), random.between(320, 1220)];
    pool(context, { x, y, radius: random.between(10, 26), color: "#ffe3a0", alpha: random.between(0.4, 0.9) });
  }
}
