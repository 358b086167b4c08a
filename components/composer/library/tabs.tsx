"use client";
import clsx from "clsx";
import type { KeyboardEvent } from "react";

/** Tabs over one panel with the id `<id>-panel`; arrows go from one to the next. */
export function Tabs<Value extends string>(props: {
  id: string;
  label: string;
  tabs: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const { id, tabs, value, onChange } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const from = tabs.findIndex((tab) => tab.value === value);
    const next = by && tabs[(from + by + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={props.label} onKeyDown={onKeyDown} className="flex gap-1 border-line border-b">
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={`${id}-${tab.value}`}
          aria-selected={tab.value === value}
          aria-controls={tab.value === value ? `${id}-panel` : undefined}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
          className={clsx(
            "-mb-px min-h-9 border-b-2 px-3 text-sm [@media(pointer:coarse)]:min-h-[44px]",
            tab.value === value ? "border-accent text-text" : "border-transparent text-quiet hover:text-text",
          )}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
