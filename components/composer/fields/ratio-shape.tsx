import { Minus, SquareDashed } from "lucide-react";
import { readRatio } from "@/lib/schema/frame-size";

const BOX = 22;
const THINNEST = 3;
const LINE = 1.5;

/** An outline in the ratio that a text such as `16:9` names; a dashed one where it is left open (`auto`), a line where unset. */
export function RatioShape({ ratio, box = BOX }: { ratio: string; box?: number }) {
  const quotient = readRatio(ratio);
  const Open = ratio === "" ? Minus : SquareDashed;
  return (
    <svg aria-hidden width={box} height={box} fill="none" stroke="currentColor" className="shrink-0">
      {quotient === undefined ? (
        <Open x={2} y={2} size={box - 4} strokeWidth={1.75} />
      ) : (
        <Outline
          box={box}
          width={Math.max(THINNEST, box * Math.min(1, quotient))}
          height={Math.max(THINNEST, box / Math.max(1, quotient))}
        />
      )}
    </svg>
  );
}

/** Its line lies within its size. */
function Outline({ box, width, height }: { box: number; width: number; height: number }) {
  return (
    <rect
      x={(box - width + LINE) / 2}
      y={(box - height + LINE) / 2}
      width={width - LINE}
      height={height - LINE}
      rx={0.5}
      strokeWidth={LINE}
    />
  );
}
