import clsx from "clsx";
import type { ComponentProps } from "react";

const VARIANTS = {
  primary: "bg-accent text-on-accent font-medium hover:opacity-90 disabled:opacity-50",
  plain: "border border-line bg-raised text-text hover:border-edge disabled:text-quiet",
  quiet: "text-quiet hover:bg-raised hover:text-text",
  /** For what cannot be undone. */
  danger: "border border-failed bg-raised font-medium text-failed hover:bg-failed/10",
} as const;

export type ButtonVariant = keyof typeof VARIANTS;

/** The look of a button, for links that act as one. */
export function buttonClass(variant: ButtonVariant, className?: string) {
  return clsx(
    "inline-flex min-h-8 items-center justify-center gap-1.5 rounded px-3 text-sm transition-opacity duration-150 [@media(pointer:coarse)]:min-h-[44px]",
    VARIANTS[variant],
    className,
  );
}

export function Button({
  variant = "plain",
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { variant?: ButtonVariant }) {
  return <button {...rest} type={type} className={buttonClass(variant, className)} />;
}
