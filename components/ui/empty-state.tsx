import type { ReactNode } from "react";

/** In the place of a list that holds nothing yet: what will be here, and the next step. */
export function EmptyState({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-card border border-line border-dashed px-4 py-12 text-center">
      <p className="max-w-120 text-pretty text-quiet">{text}</p>
      {children}
    </div>
  );
}
