import { type Face, paintFace } from "./face";
import { backdrop, type Easel, ellipse, PAINT, paintLine, paintShape, soften } from "./paint";

const FACE: Face = {
  x: 526,
  y: 570,
  width: 366,
  height: 470,
  skin: "#d9a27c",
  shade: "#8f523f",
  blush: "#c9684c",
  lips: "#a5574a",
  ink: "#241c22",
  brow: "#e9e3d6",
  eyes: 0.86,
  nose: 1.05,
  smile: 0.8,
};

export function paintCompanion(easel: Easel): void {
  backdrop(easel, "#c9b48c", "#7d8c74");
  birches(easel);
  soften(easel, 26, (layer) => {
    layer.fillStyle = "rgba(255, 236, 190, 0.55)";
    layer.fill(ellipse(780, 330, 190));
  });
  paintShape(easel, "M 0 820 C 200 760 380 800 520 770 C 720 730 860 780 1024 740 L 1024 1280 L 0 1280 Z", "#6d7f6b", [
    { x: 900, y: 800, radius: 380, color: "#e8cf97", alpha: 0.5 },
  ]);
  paintJacket(easel);
  paintHead(easel);
}

function birches(easel: Easel): void {
  for (const [x, width] of [
    [120, 46],
    [236, 26],
    [914, 38],
  ] as const) {
    paintShape(easel, `M ${x} 0 L ${x + width} 0 L ${x + width + 8} 860 L ${x - 8} 860 Z`, "#e9e0c8", [
      { x: x + width, y: 300, radius: 200, color: "#fff8e0", alpha: 0.6 },
      { x: x - 20, y: 600, radius: 260, color: "#8d8f7c", alpha: 0.8 },
    ]);
    for (let y = 60; y < 840; y += easel.random.between(60, 130)) {
      const start = easel.random.chance(0.5) ? x : x + width * 0.5;
      paintLine(easel, `M ${start} ${y} q ${width * 0.2} 8 ${width * 0.42} 2`, {
        color: "#4a463f",
        width: 7,
        alpha: 0.6,
      });
    }
  }
}

function paintJacket(easel: Easel): void {
  paintShape(
    easel,
    "M 90 1280 C 100 1080 210 985 410 930 L 520 1010 L 640 930 C 840 985 930 1090 950 1280 Z",
    "#2f4a5c",
    [
      { x: 850, y: 1000, radius: 340, color: "#7fa3ab", alpha: 0.6 },
      { x: 200, y: 1220, radius: 380, color: PAINT.ink, alpha: 0.7 },
    ],
  );
  paintShape(easel, "M 440 760 L 428 940 L 522 1040 L 622 940 L 612 760 Z", "#b9805f", [
    { x: 500, y: 830, radius: 150, color: "#6d3d33", alpha: 0.7 },
  ]);
  paintShape(easel, "M 400 930 L 440 905 L 524 1010 L 460 1120 Z", PAINT.cream, [
    { x: 430, y: 1050, radius: 140, color: "#8d8a80", alpha: 0.6 },
  ]);
  paintShape(easel, "M 650 930 L 612 905 L 524 1010 L 596 1120 Z", PAINT.cream, [
    { x: 560, y: 1060, radius: 100, color: "#8d8a80", alpha: 0.4 },
  ]);
  paintShape(easel, "M 380 940 L 300 985 L 440 1280 L 540 1280 Z", "#263d4d", []);
  paintShape(easel, "M 672 940 L 748 985 L 620 1280 L 530 1280 Z", "#38566a", []);
}

function paintHead(easel: Easel): void {
  const ear = (x: number, tone: string) =>
    paintShape(easel, ellipse(x, 590, 38, 62), tone, [{ x, y: 600, radius: 50, color: "#8a4d3c", alpha: 0.5 }]);
  ear(336, "#a06a50");
  ear(718, "#dba27c");
  paintFace(easel, FACE);
  for (const wrinkle of [
    "M 470 486 Q 540 474 616 488",
    "M 392 606 Q 404 622 400 640",
    "M 690 604 Q 680 622 684 640",
    "M 436 640 Q 462 654 488 644",
    "M 610 642 Q 634 652 658 640",
  ]) {
    paintLine(easel, wrinkle, { color: "#8f523f", width: 5, alpha: 0.45 });
  }
  paintBeard(easel);
  const hair = "#e4ded2";
  paintShape(easel, "M 344 560 C 320 520 318 430 372 372 C 384 440 366 500 366 560 Z", hair, [
    { x: 340, y: 520, radius: 110, color: "#8d8f92", alpha: 0.7 },
  ]);
  paintShape(easel, "M 708 556 C 736 520 734 430 684 376 C 676 440 688 500 688 556 Z", hair, []);
  paintCap(easel);
  glasses(easel);
}

function paintBeard(easel: Easel): void {
  const white = "#efe9dc";
  paintShape(
    easel,
    "M 346 610 C 350 760 420 872 530 880 C 640 872 706 760 708 606 C 696 670 660 690 620 684 C 590 660 560 664 540 676 C 510 660 480 664 450 686 C 400 696 360 670 346 610 Z",
    white,
    [
      { x: 400, y: 800, radius: 220, color: "#8d8f92", alpha: 0.75 },
      { x: 690, y: 700, radius: 200, color: "#fff7e2", alpha: 0.7 },
    ],
  );
  paintShape(
    easel,
    "M 540 690 C 500 668 460 676 436 712 C 470 728 510 722 540 706 C 570 722 620 728 650 708 C 622 674 580 668 540 690 Z",
    "#f7f2e6",
    [{ x: 470, y: 720, radius: 80, color: "#a5a4a0", alpha: 0.6 }],
  );
  paintLine(easel, "M 498 738 Q 544 764 590 738", { color: "#8a4a40", width: 9, alpha: 0.9 });
  for (const hairline of [
    "M 420 760 Q 450 830 500 860",
    "M 480 780 Q 500 830 526 866",
    "M 600 780 Q 580 830 556 866",
    "M 660 750 Q 632 820 590 852",
    "M 380 700 Q 390 750 410 790",
  ]) {
    paintLine(easel, hairline, { color: "#9a9a98", width: 4, alpha: 0.5 });
  }
}

function paintCap(easel: Easel): void {
  paintShape(
    easel,
    "M 330 430 C 322 300 420 232 548 236 C 690 242 752 330 738 440 C 640 384 430 384 330 430 Z",
    "#7a3b32",
    [
      { x: 690, y: 290, radius: 220, color: "#e08a5e", alpha: 0.65 },
      { x: 360, y: 400, radius: 200, color: PAINT.ink, alpha: 0.5 },
    ],
  );
  paintShape(
    easel,
    "M 326 436 C 430 376 640 378 742 438 C 748 470 744 486 736 492 C 640 430 430 430 336 488 C 326 474 324 456 326 436 Z",
    "#8f4739",
    [
      { x: 700, y: 440, radius: 140, color: "#f0a878", alpha: 0.6 },
      { x: 370, y: 470, radius: 140, color: PAINT.ink, alpha: 0.45 },
    ],
  );
  for (const rib of [400, 460, 520, 580, 640, 694]) {
    paintLine(
      easel,
      `M ${540 + (rib - 540) * 0.55} ${262 + Math.abs(rib - 540) * 0.12} Q ${rib + (rib - 540) * 0.1} 320 ${rib + (rib - 540) * 0.16} 398`,
      { color: "#4f231f", width: 4, alpha: 0.35 },
    );
  }
}

function glasses(easel: Easel): void {
  const { context } = easel;
  context.strokeStyle = "#2a2630";
  context.lineWidth = 8;
  context.stroke(ellipse(476, 592, 62, 56));
  context.stroke(ellipse(620, 592, 60, 56));
  paintLine(easel, "M 538 584 Q 549 572 560 584", { color: "#2a2630", width: 8 });
  paintLine(easel, "M 414 584 L 350 572", { color: "#2a2630", width: 8 });
  paintLine(easel, "M 680 584 L 714 576", { color: "#2a2630", width: 8 });
  paintLine(easel, "M 440 566 Q 456 548 478 550", { color: "#ffffff", width: 6, alpha: 0.4 });
  paintLine(easel, "M 590 566 Q 604 550 624 550", { color: "#ffffff", width: 6, alpha: 0.4 });
}
