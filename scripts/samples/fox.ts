import { backdrop, type Easel, ellipse, HEIGHT, paintLine, paintShape, pool, soften, WIDTH } from "./paint";

const FUR = "#dc7a36";
const DEEP = "#8c3a22";
const CREAM = "#fbecd0";
const DARK = "#33202a";

export function paintFox(easel: Easel): void {
  const { context } = easel;
  backdrop(easel, "#f0c48a", "#c9845c");
  pool(context, { x: 720, y: 360, radius: 520, color: "#fff0c4", alpha: 0.9 });
  paintTrees(easel);
  paintShape(
    easel,
    `M 0 1010 C 240 950 420 990 620 976 C 800 962 900 990 1024 960 L 1024 ${HEIGHT} L 0 ${HEIGHT} Z`,
    "#6b4a3a",
    [
      { x: 760, y: 1000, radius: 420, color: "#e0a05c", alpha: 0.7 },
      { x: 120, y: 1240, radius: 420, color: "#2a1f2a", alpha: 0.6 },
    ],
  );
  soften(easel, 16, (layer) => {
    layer.fillStyle = "rgba(30, 18, 26, 0.5)";
    layer.fill(ellipse(520, 1112, 330, 30));
  });
  paintTail(easel);
  paintBody(easel);
  paintHead(easel);
  fallenLeaves(easel);
}

function paintTrees(easel: Easel): void {
  for (const [x, width, color] of [
    [90, 70, "#b77a52"],
    [270, 40, "#cf9660"],
    [640, 46, "#d39c66"],
    [850, 90, "#a9683f"],
    [960, 40, "#c08350"],
  ] as const) {
    paintShape(easel, `M ${x} -10 L ${x + width} -10 L ${x + width * 1.2} 1020 L ${x - width * 0.2} 1020 Z`, color, [
      { x: x + width, y: 360, radius: 300, color: "#ffe6b4", alpha: 0.45 },
      { x: x - 20, y: 760, radius: 300, color: "#6b3f30", alpha: 0.4 },
    ]);
  }
  const { context, random } = easel;
  for (let index = 0; index < 120; index += 1) {
    const [x, y, size] = [random.between(-20, WIDTH), random.between(-20, 300) * random.next(), random.between(14, 40)];
    context.fillStyle =
      ["rgba(217,96,60,0.55)", "rgba(240,160,70,0.6)", "rgba(170,70,48,0.5)"][random.integer(0, 2)] ?? "";
    context.fill(ellipse(x, y, size, size * 0.62, random.between(0, 3)));
  }
}

function paintTail(easel: Easel): void {
  paintShape(
    easel,
    "M 600 1080 C 760 1110 900 1040 902 880 C 904 780 850 706 792 690 C 800 760 780 830 720 880 C 650 930 600 980 600 1080 Z",
    FUR,
    [
      { x: 880, y: 800, radius: 220, color: "#ffc27a", alpha: 0.8 },
      { x: 640, y: 1060, radius: 200, color: DEEP, alpha: 0.7 },
    ],
  );
  paintShape(
    easel,
    "M 792 690 C 850 706 904 780 902 880 C 872 850 850 846 836 800 C 818 812 806 800 800 772 C 790 780 782 772 790 740 Z",
    CREAM,
    [{ x: 880, y: 760, radius: 110, color: "#ffffff", alpha: 0.8 }],
  );
}

function paintBody(easel: Easel): void {
  paintShape(
    easel,
    "M 380 640 C 330 760 300 900 330 1090 C 360 1120 660 1120 700 1084 C 740 960 690 760 640 640 Z",
    FUR,
    [
      { x: 690, y: 760, radius: 260, color: "#ffb86a", alpha: 0.8 },
      { x: 330, y: 1000, radius: 280, color: DEEP, alpha: 0.75 },
    ],
  );
  paintShape(
    easel,
    "M 640 860 C 740 880 770 1000 730 1090 C 690 1116 620 1112 590 1096 C 560 1000 580 890 640 860 Z",
    FUR,
    [
      { x: 740, y: 900, radius: 160, color: "#ffc27a", alpha: 0.8 },
      { x: 590, y: 1060, radius: 120, color: DEEP, alpha: 0.6 },
    ],
  );
  paintShape(
    easel,
    "M 408 700 C 380 800 410 900 440 960 L 470 930 L 492 1000 L 520 940 L 548 990 L 572 930 C 612 880 630 790 606 700 Z",
    CREAM,
    [
      { x: 590, y: 740, radius: 160, color: "#ffffff", alpha: 0.7 },
      { x: 420, y: 900, radius: 170, color: "#c98f66", alpha: 0.6 },
    ],
  );
  for (const [x, lit] of [
    [400, 0.2],
    [520, 0.8],
  ] as const) {
    paintShape(
      easel,
      `M ${x} 900 C ${x - 16} 980 ${x - 8} 1040 ${x - 4} 1100 C ${x + 20} 1124 ${x + 76} 1124 ${x + 96} 1100 C ${x + 100} 1040 ${x + 104} 980 ${x + 92} 900 Z`,
      FUR,
      [
        { x: x + 96, y: 960, radius: 120, color: "#ffb86a", alpha: lit },
        { x, y: 1000, radius: 100, color: DEEP, alpha: 0.6 },
      ],
    );
    paintShape(
      easel,
      `M ${x - 8} 1030 C ${x + 20} 1052 ${x + 72} 1050 ${x + 102} 1030 L ${x + 98} 1098 C ${x + 80} 1130 ${x + 14} 1130 ${x - 6} 1098 Z`,
      DARK,
      [{ x: x + 80, y: 1050, radius: 70, color: "#8a5a50", alpha: 0.7 }],
    );
  }
}

function paintHead(easel: Easel): void {
  const { context } = easel;
  for (const side of [-1, 1] as const) {
    const at = (dx: number) => 510 + side * dx;
    paintShape(
      easel,
      `M ${at(60)} 420 C ${at(90)} 330 ${at(150)} 230 ${at(206)} 196 C ${at(240)} 270 ${at(246)} 380 ${at(214)} 470 Z`,
      FUR,
      [{ x: at(220), y: 260, radius: 150, color: side > 0 ? "#ffc27a" : DEEP, alpha: 0.6 }],
    );
    paintShape(
      easel,
      `M ${at(110)} 410 C ${at(130)} 340 ${at(164)} 282 ${at(196)} 250 C ${at(216)} 310 ${at(214)} 380 ${at(196)} 440 Z`,
      DARK,
      [{ x: at(150), y: 430, radius: 110, color: "#c96a4a", alpha: 0.7 }],
    );
  }
  paintShape(
    easel,
    "M 510 372 C 620 372 700 420 730 510 C 756 560 800 590 812 624 C 740 700 640 700 580 760 C 556 800 536 812 510 812 C 484 812 464 800 440 760 C 380 700 280 700 208 624 C 220 590 264 560 290 510 C 320 420 400 372 510 372 Z",
    FUR,
    [
      { x: 700, y: 470, radius: 260, color: "#ffbf74", alpha: 0.8 },
      { x: 280, y: 620, radius: 220, color: DEEP, alpha: 0.6 },
      { x: 510, y: 420, radius: 130, color: "#ffb060", alpha: 0.6 },
    ],
  );
  for (const side of [-1, 1] as const) {
    const at = (dx: number) => 510 + side * dx;
    paintShape(
      easel,
      `M ${at(302)} 624 C ${at(230)} 696 ${at(130)} 700 ${at(70)} 760 C ${at(46)} 800 ${at(26)} 812 ${at(0)} 812 C ${at(0)} 760 ${at(8)} 690 ${at(44)} 640 C ${at(90)} 588 ${at(190)} 620 ${at(302)} 624 Z`,
      CREAM,
      [
        { x: at(230), y: 620, radius: 130, color: side > 0 ? "#ffffff" : "#c98f66", alpha: 0.6 },
        { x: 510, y: 800, radius: 130, color: "#d9a878", alpha: 0.5 },
      ],
    );
  }
  for (const side of [-1, 1] as const) {
    const x = 510 + side * 104;
    paintShape(
      easel,
      `M ${x - 36} ${578 + (side < 0 ? -8 : 10)} Q ${x} 534 ${x + 36} ${578 + (side < 0 ? 10 : -8)} Q ${x} 606 ${x - 36} ${578 + (side < 0 ? -8 : 10)} Z`,
      DARK,
    );
    context.fillStyle = "#f2a84a";
    context.fill(ellipse(x + 3, 573, 15, 17));
    context.fillStyle = "#1c1218";
    context.fill(ellipse(x + 4, 573, 8, 14));
    context.fillStyle = "#fffaf0";
    context.fill(ellipse(x + 9, 565, 5));
  }
  paintShape(easel, "M 470 728 C 486 710 534 710 550 728 C 552 756 530 774 510 776 C 490 774 468 756 470 728 Z", DARK, [
    { x: 522, y: 722, radius: 22, color: "#c0a0a0", alpha: 0.9 },
  ]);
  paintLine(easel, "M 510 776 L 510 792 M 510 792 Q 484 808 462 794 M 510 792 Q 536 808 558 794", {
    color: DARK,
    width: 6,
    alpha: 0.8,
  });
  for (const whisker of [
    "M 440 742 Q 380 740 320 760",
    "M 440 756 Q 386 766 340 792",
    "M 580 742 Q 640 740 700 760",
    "M 580 756 Q 634 766 680 792",
  ]) {
    paintLine(easel, whisker, { color: "#7a5040", width: 3, alpha: 0.45 });
  }
}

function fallenLeaves(easel: Easel): void {
  const { context, random } = easel;
  for (let index = 0; index < 46; index += 1) {
    const [x, y] = [random.between(-20, WIDTH), random.between(1090, 1270)];
    context.save();
    context.translate(x, y);
    context.rotate(random.between(-0.8, 0.8));
    const size = random.between(0.6, 1.3);
    context.scale(size, size * 0.7);
    paintShape(
      easel,
      "M -34 0 C -16 -24 16 -24 34 0 C 16 22 -16 22 -34 0 Z",
      ["#d9603c", "#f0a04a", "#a8452f", "#e8c06a"][random.integer(0, 3)] ?? FUR,
      [{ x: 20, y: -10, radius: 36, color: "#fff0c4", alpha: 0.5 }],
    );
    paintLine(easel, "M -30 0 L 44 4", { color: "#6b2f22", width: 3, alpha: 0.6 });
    context.restore();
  }
}
