"use client";
import clsx from "clsx";
import type { ReactNode } from "react";

/** One native radio button in the look of a chip. */
export function RadioChip(props: {
  /** Shared by all of one group. */
  name: string;
  checked: boolean;
  onChoose: () => void;
  className?: string;
  children: ReactNode;
}) {
  return (
    <label
      className={clsx(
        "relative flex min-h-8 min-w-10 cursor-pointer items-center justify-center gap-1.5 rounded border px-2.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 [@media(pointer:coarse)]:min-h-[44px]",
        props.checked
          ? "border-accent bg-accent-soft text-text"
          : "border-line text-quiet hover:border-edge hover:text-text",
        props.className,
      )}
    >
      <input
        type="radio"
        name={props.name}
        className="absolute inset-0 cursor-pointer opacity-0"
        checked={props.checked}
        onChange={props.onChoose}
      />
      {props.children}
    </label>
  );
}
