import type { ReactNode } from "react";

/** Names and values in two columns; on a narrow screen a long name breaks. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-xs">{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="flex min-h-8 items-center text-quiet">{label}</dt>
      <dd className="num flex min-h-8 items-center justify-end">{children}</dd>
    </>
  );
}
