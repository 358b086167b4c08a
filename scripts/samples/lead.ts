import { type Face, paintFace } from "./face";
import { backdrop, type Easel, ellipse, PAINT, paintLine, paintShape, pool } from "./paint";

const HAIR = "#4a2430";

const RIM = { color: "#ffd9a0", alpha: 0.75 };

const FACE: Face = {
  x: 532,
  y: 545,
  width: 352,
  height: 448,
  skin: "#efbc96",
  shade: "#b5695b",
  blush: "#e27860",
  lips: "#c2504a",
  ink: "#2a1a26",
  brow: "#4a2430",
  eyes: 1,
  nose: 1,
  smile: 1,
};

export function paintLead(easel: Easel): void {
  backdrop(easel, "#2c5560", "#17293a");
  paintShape(easel, ellipse(690, 430, 330), "#e9a765", [
    { x: 780, y: 300, radius: 420, color: "#ffd58f", alpha: 0.8 },
    { x: 560, y: 700, radius: 380, color: PAINT.coral, alpha: 0.5 },
  ]);
  leaves(easel, [
    [120, 1010, -0.5, 300],
    [60, 820, -0.2, 260],
    [230, 1130, -0.9, 260],
    [960, 1020, -2.5, 280],
    [1000, 860, -2.8, 250],
  ]);
  paintHairBehind(easel);
  paintJumper(easel);
  paintHead(easel);
}

type Leaf = readonly [x: number, y: number, turn: number, length: number];

function leaves(easel: Easel, stems: readonly Leaf[]): void {
  const { context } = easel;
  for (const [x, y, turn, length] of stems) {
    context.save();
    context.translate(x, y);
    context.rotate(turn - 0.6);
    const blade = `M 0 0 C ${length * 0.2} ${-length * 0.28} ${length * 0.7} ${-length * 0.26} ${length} 0 C ${length * 0.7} ${length * 0.22} ${length * 0.2} ${length * 0.24} 0 0 Z`;
    paintShape(easel, blade, "#2f6b66", [
      { x: length * 0.8, y: -20, radius: length * 0.6, color: "#79a98c", alpha: 0.55 },
      { x: 0, y: 0, radius: length * 0.6, color: "#12303a", alpha: 0.8 },
    ]);
    paintLine(easel, `M 0 0 Q ${length * 0.5} -10 ${length * 0.94} 0`, { color: "#15343c", width: 4, alpha: 0.6 });
    context.restore();
  }
}

function paintHairBehind(easel: Easel): void {
  paintShape(
    easel,
    "M 300 560 C 260 300 420 215 540 225 C 700 235 790 350 770 580 C 765 700 800 800 740 850 C 640 900 380 900 300 850 C 250 790 315 700 300 560 Z",
    HAIR,
    [
      { x: 760, y: 420, radius: 200, color: "#b8543f", alpha: 0.7 },
      { x: 330, y: 760, radius: 300, color: PAINT.ink, alpha: 0.5 },
    ],
  );
}

function paintJumper(easel: Easel): void {
  paintShape(easel, "M 452 700 L 446 880 C 480 940 590 940 622 880 L 612 700 Z", "#d99a78", [
    { x: 500, y: 760, radius: 150, color: "#8f4a45", alpha: 0.75 },
  ]);
  paintShape(
    easel,
    "M 60 1280 C 80 1040 200 930 400 872 L 534 900 L 664 872 C 860 930 950 1060 975 1280 Z",
    "#d39a3c",
    [
      { x: 860, y: 960, radius: 380, color: "#ffd58f", alpha: 0.75 },
      { x: 180, y: 1200, radius: 420, color: "#6d3b2b", alpha: 0.75 },
    ],
  );
  paintShape(
    easel,
    "M 388 886 C 394 826 440 798 462 800 C 500 838 570 838 606 800 C 634 798 672 826 680 888 C 640 968 436 974 388 886 Z",
    "#e0ab4c",
    [
      { x: 640, y: 860, radius: 150, color: "#ffe0a3", alpha: 0.7 },
      { x: 420, y: 940, radius: 170, color: "#7c4427", alpha: 0.6 },
    ],
  );
  for (const rib of [-120, -86, -48, -6, 36, 76, 112]) {
    paintLine(
      easel,
      `M ${534 + rib} ${836 - Math.abs(rib) * 0.18} Q ${534 + rib * 1.12} 890 ${534 + rib * 1.02} ${944 - Math.abs(rib) * 0.3}`,
      { color: "#8a5426", width: 4, alpha: 0.32 },
    );
  }
  paintLine(easel, "M 250 1280 C 240 1180 262 1100 300 1040", { color: "#6d3b2b", width: 6, alpha: 0.4 });
  paintLine(easel, "M 800 1280 C 812 1180 796 1110 764 1046", { color: "#8a5426", width: 6, alpha: 0.4 });
}

function paintHead(easel: Easel): void {
  paintFace(easel, FACE);
  freckles(easel, 545, 612);
  paintHairBefore(easel);
}

function paintHairBefore(easel: Easel): void {
  const { context } = easel;
  paintShape(
    easel,
    "M 352 560 C 330 380 420 262 556 268 C 690 274 752 390 722 560 C 712 500 690 440 640 400 C 560 460 440 440 398 470 C 380 490 362 520 352 560 Z",
    HAIR,
    [
      { x: 690, y: 330, radius: 190, color: "#c9654a", alpha: 0.75 },
      { x: 380, y: 470, radius: 190, color: PAINT.ink, alpha: 0.45 },
    ],
  );
  paintShape(easel, "M 352 540 C 330 640 372 740 350 852 C 300 862 262 812 300 720 C 316 660 306 590 330 500 Z", HAIR, [
    { x: 330, y: 800, radius: 160, color: PAINT.ink, alpha: 0.4 },
  ]);
  paintShape(
    easel,
    "M 700 430 C 742 540 700 700 722 850 C 776 858 800 800 776 712 C 766 640 784 540 752 440 C 738 404 716 400 700 430 Z",
    HAIR,
    [{ x: 770, y: 640, radius: 150, color: "#d8744f", alpha: 0.85 }],
  );
  for (const strand of [
    "M 420 420 C 480 330 600 300 660 380",
    "M 400 460 C 440 350 540 290 620 320",
    "M 742 560 C 752 660 732 740 748 820",
    "M 330 600 C 344 680 320 760 330 820",
  ]) {
    paintLine(easel, strand, { color: "#e08a5e", width: 4, alpha: 0.32 });
  }
  context.fillStyle = PAINT.tungsten;
  context.fill(ellipse(718, 690, 11, 14));
  pool(context, { x: 722, y: 684, radius: 26, ...RIM });
}

function freckles({ context, random }: Easel, x: number, y: number): void {
  context.fillStyle = "rgba(160, 80, 60, 0.42)";
  for (let index = 0; index < 34; index += 1) {
    const dx = (random.next() + random.next() - 1) * 150;
    context.fill(ellipse(x + dx, y + random.between(-24, 34) - Math.abs(dx) * 0.08, random.between(1.6, 3.4)));
  }
}
