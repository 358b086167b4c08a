import clsx from "clsx";
import type { ComponentProps } from "react";

/** A button that is only an icon: `label` names it for everybody. */
export function IconButton({
  label,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { label: string }) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={clsx(
        "inline-flex size-8 shrink-0 items-center justify-center rounded text-quiet hover:bg-raised hover:text-text disabled:opacity-40 [@media(pointer:coarse)]:size-[44px]",
        className,
      )}
    />
  );
}
