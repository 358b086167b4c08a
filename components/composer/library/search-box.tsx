"use client";
import { CONTROL_CLASS } from "@/components/ui/control-class";

export function SearchBox(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <input
      data-first-focus
      type="search"
      aria-label={props.label}
      placeholder={props.label}
      value={props.value}
      maxLength={200}
      onChange={(event) => props.onChange(event.target.value)}
      className={`${CONTROL_CLASS} h-10 [@media(pointer:coarse)]:h-11`}
    />
  );
}
