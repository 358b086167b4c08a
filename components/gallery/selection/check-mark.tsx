import clsx from "clsx";
import { Check } from "lucide-react";
import type { MouseEvent } from "react";
import { useTranslations } from "use-intl";

/** Over a take: selected or not. By mouse it comes with the pointer; the keyboard has a key of its own for it. */
export function CheckMark(props: {
  name: string;
  selected: boolean;
  selecting: boolean;
  onPress: (event: MouseEvent) => void;
}) {
  const t = useTranslations("bulk");
  return (
    <button
      type="button"
      data-check
      tabIndex={-1}
      aria-pressed={props.selected}
      aria-label={t("select", { name: props.name })}
      onClick={props.onPress}
      className={clsx(
        "absolute top-0 left-0 z-2 flex size-10 items-center justify-center transition-opacity duration-150 [@media(pointer:coarse)]:size-[44px]",
        !props.selecting &&
          "opacity-0 focus-visible:opacity-100 group-hover/cell:opacity-100 [@media(pointer:coarse)]:pointer-events-none",
      )}
    >
      <span
        className={clsx(
          "flex size-5 items-center justify-center rounded-full border-2",
          props.selected ? "border-accent bg-accent text-on-accent" : "border-white bg-black/50",
        )}
      >
        {props.selected ? <Check size={14} strokeWidth={3} aria-hidden /> : null}
      </span>
    </button>
  );
}
