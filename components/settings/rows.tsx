import type { ReactNode } from "react";

/** What a thing is called and what it is, a line each; a long value goes below its name. */
export function Rows({ children }: { children: ReactNode }) {
  return <dl className="flex flex-col gap-2">{children}</dl>;
}

export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt className="text-quiet">{label}</dt>
      <dd className="num min-w-0 text-xs [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
