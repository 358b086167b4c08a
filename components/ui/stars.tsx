"use client";
import clsx from "clsx";
import { Star } from "lucide-react";
import { type KeyboardEvent, useId } from "react";

const STARS = [1, 2, 3, 4, 5];
const CLEARING = ["0", "Backspace", "Delete"];

/**
 * One to five stars or none: native radio buttons, so that arrows and screen readers work as they do. With the focus on it the keys 1 to 5
 * choose and 0 clears; so does another press of the star that is chosen.
 */
export function Stars(props: {
  label: string;
  /** What a number of stars is called. */
  nameOf: (stars: number) => string;
  value: number | undefined;
  onChange: (stars: number | undefined) => void;
}) {
  const { value, onChange } = props;
  const name = useId();
  const choose = (stars: number | undefined) => stars !== value && onChange(stars);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stars = STARS.find((count) => String(count) === event.key);
    if (stars === undefined && !CLEARING.includes(event.key)) return;
    event.preventDefault();
    choose(stars);
  };
  return (
    <div role="radiogroup" aria-label={props.label} onKeyDown={onKeyDown} className="flex items-center">
      {STARS.map((stars) => {
        const isLit = stars <= (value ?? 0);
        return (
          <label
            key={stars}
            title={props.nameOf(stars)}
            className="relative flex size-8 shrink-0 cursor-pointer items-center justify-center rounded text-quiet hover:bg-raised hover:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent [@media(pointer:coarse)]:size-[44px]"
          >
            <input
              type="radio"
              name={name}
              aria-label={props.nameOf(stars)}
              checked={stars === value}
              onChange={() => choose(stars)}
              onClick={() => stars === value && onChange(undefined)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <Star
              size={16}
              aria-hidden
              className={clsx(isLit && "text-accent")}
              fill={isLit ? "currentColor" : "none"}
            />
          </label>
        );
      })}
    </div>
  );
}
