import { createCanvas } from "@napi-rs/canvas";
import { backdrop, type Easel, ellipse, HEIGHT, paintLine, paintShape, soften, WIDTH } from "./paint";

export function paintUmbrella(easel: Easel): void {
  backdrop(easel, "#3e6a78", "#24414f");
  paintHouses(easel);
  paintPavement(easel);
  paintTilted(easel);
  rain(easel);
}

function paintHouses(easel: Easel): void {
  const { random } = easel;
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
}

function paintPavement(easel: Easel): void {
  paintShape(easel, `M 0 980 C 300 960 700 966 1024 984 L 1024 ${HEIGHT} L 0 ${HEIGHT} Z`, "#1f3945", [
    { x: 520, y: 1100, radius: 440, color: "#c99a4c", alpha: 0.5 },
  ]);
  soften(easel, 14, (layer) => {
    layer.fillStyle = "rgba(250, 196, 84, 0.35)";
    layer.fill(ellipse(500, 1130, 330, 42));
    layer.fillStyle = "rgba(10, 20, 28, 0.4)";
    layer.fill(ellipse(560, 1064, 90, 14));
  });
}

function paintTilted(easel: Easel): void {
  const { context } = easel;
  context.save();
  context.translate(512, 560);
  context.rotate(-0.12);
  paintLine(easel, "M 0 -60 L 0 452 C 2 520 92 524 96 456", { color: "#4a2c26", width: 20 });
  paintLine(easel, "M 5 -60 L 5 452", { color: "#c98a5c", width: 5, alpha: 0.7 });
  paintPanels(easel);
  paintRibs(easel);
  context.restore();
}

function paintPanels(easel: Easel): void {
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
}

function paintRibs(easel: Easel): void {
  for (const rib of [
    "M 0 -340 C -140 -290 -240 -140 -262 36",
    "M 0 -340 C 140 -290 240 -140 262 36",
    "M 0 -340 C -60 -270 -90 -130 -88 40",
    "M 0 -340 C 60 -270 90 -130 88 40",
  ]) {
    paintLine(easel, rib, { color: "#a8601f", width: 4, alpha: 0.6 });
  }
  paintLine(easel, "M 0 -338 L 0 -384", { color: "#4a2c26", width: 13 });
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
