import type { ReactNode } from "react";

/** A part of a long dialog under its heading, which `#<id>-title` names. */
export function Part(props: {
  id: string;
  title: string;
  /** Beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const titleId = `${props.id}-title`;
  return (
    <section
      aria-labelledby={titleId}
      className="flex flex-col gap-3 border-line border-t pt-5 first:border-t-0 first:pt-0"
    >
      <div className="flex items-center justify-between gap-4">
        <h3 id={titleId} className="font-medium">
          {props.title}
        </h3>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
