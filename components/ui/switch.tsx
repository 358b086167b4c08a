"use client";
import clsx from "clsx";
import type { InputHTMLAttributes } from "react";

/** On or off, as a native checkbox with the role of a switch. */
export function Switch({ checked, className, ...rest }: InputHTMLAttributes<HTMLInputElement> & { checked: boolean }) {
  return (
    <span className={clsx("relative inline-flex h-8 w-11 shrink-0 items-center", className)}>
      <input
        {...rest}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        className="peer absolute inset-0 z-10 cursor-pointer opacity-0"
      />
      <span
        aria-hidden
        className="h-5 w-9 rounded-full border border-edge bg-well transition-colors duration-150 peer-checked:border-accent peer-checked:bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2"
      />
      <span
        aria-hidden
        className="absolute left-1 size-3 rounded-full bg-edge transition-transform duration-150 peer-checked:translate-x-4 peer-checked:bg-on-accent"
      />
    </span>
  );
}
