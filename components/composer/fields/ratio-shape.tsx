import { Minus, SquareDashed } from "lucide-react";
import { readRatio } from "@/lib/schema/frame-size";

const BOX = 22;
const THINNEST = 3;

/** An outline in the ratio that a text such as `16:9` names; a dashed one where it is left open (`auto`), a line where unset. */
export function RatioShape({ ratio, box = BOX }: { ratio: string; box?: number }) {
  const quotient = readRatio(ratio);
  const Open = ratio === "" ? Minus : SquareDashed;
  return (
    <span aria-hidden className="inline-flex shrink-0 items-center justify-center" style={{ width: box, height: box }}>
      {quotient === undefined ? (
        <Open size={box - 4} strokeWidth={1.75} />
      ) : (
        <span
          className="rounded-[1px] border-[1.5px] border-current"
          style={{
            width: Math.max(THINNEST, box * Math.min(1, quotient)),
            height: Math.max(THINNEST, box / Math.max(1, quotient)),
          }}
        />
      )}
    </span>
  );
}
