import { paintFace } from "./face";
import { backdrop, type Easel, ellipse, PAINT, paintLine, paintShape, pool, soften } from "./paint";

const RIM = { color: "#ffd9a0", alpha: 0.75 };

export function paintLead(easel: Easel): void {
  const { context } = easel;
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
  const hair = "#4a2430";
  // Hair behind, neck, coat, face, hair before: from far to near.
  paintShape(
    easel,
    "M 300 560 C 260 300 420 215 540 225 C 700 235 790 350 770 580 C 765 700 800 800 740 850 C 640 900 380 900 300 850 C 250 790 315 700 300 560 Z",
    hair,
    [
      { x: 760, y: 420, radius: 200, color: "#b8543f", alpha: 0.7 },
      { x: 330, y: 760, radius: 300, color: PAINT.ink, alpha: 0.5 },
    ],
  );
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
  paintFace(easel, {
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
  });
  freckles(easel, 545, 612);
  paintShape(
    easel,
    "M 352 560 C 330 380 420 262 556 268 C 690 274 752 390 722 560 C 712 500 690 440 640 400 C 560 460 440 440 398 470 C 380 490 362 520 352 560 Z",
    hair,
    [
      { x: 690, y: 330, radius: 190, color: "#c9654a", alpha: 0.75 },
      { x: 380, y: 470, radius: 190, color: PAINT.ink, alpha: 0.45 },
    ],
  );
  paintShape(easel, "M 352 540 C 330 640 372 740 350 852 C 300 862 262 812 300 720 C 316 660 306 590 330 500 Z", hair, [
    { x: 330, y: 800, radius: 160, color: PAINT.ink, alpha: 0.4 },
  ]);
  paintShape(
    easel,
    "M 700 430 C 742 540 700 700 722 850 C 776 858 800 800 776 712 C 766 640 784 540 752 440 C 738 404 716 400 700 430 Z",
    hair,
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

export function paintCompanion(easel: Easel): void {
  const { context } = easel;
  backdrop(easel, "#c9b48c", "#7d8c74");
  birches(easel);
  soften(easel, 26, (layer) => {
    layer.fillStyle = "rgba(255, 236, 190, 0.55)";
    layer.fill(ellipse(780, 330, 190));
  });
  paintShape(easel, "M 0 820 C 200 760 380 800 520 770 C 720 730 860 780 1024 740 L 1024 1280 L 0 1280 Z", "#6d7f6b", [
    { x: 900, y: 800, radius: 380, color: "#e8cf97", alpha: 0.5 },
  ]);
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
  const ear = (x: number, tone: string) =>
    paintShape(easel, ellipse(x, 590, 38, 62), tone, [{ x, y: 600, radius: 50, color: "#8a4d3c", alpha: 0.5 }]);
  ear(336, "#a06a50");
  ear(718, "#dba27c");
  const face = {
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
  paintFace(easel, face);
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
  context.globalAlpha = 1;
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

export function paintChild(easel: Easel): void {
  const { context } = easel;
  backdrop(easel, "#f3d9a6", "#e79a76");
  paintShape(easel, ellipse(512, 560, 400), "#f8e6bf", [{ x: 640, y: 420, radius: 420, color: "#fff6df", alpha: 0.9 }]);
  clouds(easel);
  const hood = "#3f7d86";
  paintShape(easel, "M 150 1280 C 150 1120 240 1010 400 960 L 640 960 C 800 1010 880 1120 884 1280 Z", hood, [
    { x: 820, y: 1050, radius: 300, color: "#9fd0cc", alpha: 0.65 },
    { x: 230, y: 1240, radius: 320, color: "#173443", alpha: 0.75 },
  ]);
  paintShape(easel, ellipse(522, 612, 352, 376), hood, [
    { x: 790, y: 400, radius: 300, color: "#a9d8d2", alpha: 0.8 },
    { x: 230, y: 800, radius: 360, color: "#173443", alpha: 0.75 },
  ]);
  fur(easel, { x: 524, y: 640, radiusX: 276, radiusY: 296 });
  paintShape(easel, ellipse(524, 642, 250, 268), "#7a5a4a", [
    { x: 420, y: 800, radius: 260, color: "#2b1b22", alpha: 0.7 },
  ]);
  const face = {
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
  paintFace(easel, face);
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
