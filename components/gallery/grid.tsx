import type { CSSProperties, ReactNode } from "react";

const ROW_REM = 13;
const FILLER = 10;

/** Rows of equal height in which every picture keeps its own ratio; the last row is not stretched. */
export function Grid({ children }: { children: ReactNode }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {children}
      <li aria-hidden style={{ flexGrow: FILLER ** 6 }} />
    </ul>
  );
}

export function GridCell({ ratio, children }: { ratio: number; children: ReactNode }) {
  const style: CSSProperties = { flexGrow: ratio * FILLER, flexBasis: `min(100%, ${ratio * ROW_REM}rem)` };
  return (
    <li className="min-w-0 max-w-full" style={style}>
      {children}
    </li>
  );
}
