"use client";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { IconButton } from "./icon-button";

export type MenuItem = { label: string; icon?: ReactNode; onChoose: () => void; disabled?: boolean };

/** A button with a list of commands: arrow keys move, Escape or a click outside closes, the focus goes back to the button. */
export function Menu(props: {
  label: string;
  icon: ReactNode;
  items: readonly MenuItem[];
  className?: string;
  tabIndex?: number;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const choose = (item: MenuItem) => {
    setOpen(false);
    button.current?.focus();
    item.onChoose();
  };
  return (
    <>
      <IconButton
        ref={button}
        label={props.label}
        tabIndex={props.tabIndex}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          event.stopPropagation();
          setOpen(true);
        }}
        className={props.className}
      >
        {props.icon}
      </IconButton>
      {open ? (
        <MenuList
          id={id}
          label={props.label}
          items={props.items}
          button={button}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function MenuList(props: {
  id: string;
  label: string;
  items: readonly MenuItem[];
  button: { current: HTMLElement | null };
  onChoose: (item: MenuItem) => void;
  onClose: () => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  const choices = () => Array.from(menu.current?.querySelectorAll<HTMLButtonElement>("button:not([disabled])") ?? []);
  const { button, onClose } = props;

  useEffect(() => {
    const element = menu.current;
    if (!element) return;
    element.showPopover?.();
    placeBeside(element, button.current);
    element.querySelector<HTMLElement>("button:not([disabled])")?.focus();
    const onPress = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!element.contains(target) && !button.current?.contains(target)) onClose();
    };
    // A long menu scrolls by itself.
    const onScroll = (event: Event) => element.contains(event.target as Node) || onClose();
    const options = { capture: true };
    window.addEventListener("pointerdown", onPress, options);
    window.addEventListener("resize", onClose);
    window.addEventListener("scroll", onScroll, options);
    return () => {
      window.removeEventListener("pointerdown", onPress, options);
      window.removeEventListener("resize", onClose);
      window.removeEventListener("scroll", onScroll, options);
    };
  }, [button, onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = choices();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const next: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1 + all.length,
      Home: 0,
      End: all.length - 1,
    };
    const place = next[event.key];
    if (place !== undefined) {
      event.preventDefault();
      all[place % all.length]?.focus();
    }
    if (event.key !== "Escape" && event.key !== "Tab") return;
    if (event.key === "Escape") event.preventDefault();
    button.current?.focus();
    onClose();
  };

  return (
    <div
      ref={menu}
      id={props.id}
      role="menu"
      tabIndex={-1}
      aria-label={props.label}
      popover="manual"
      onKeyDown={onKeyDown}
      className="fixed inset-auto m-0 max-h-[calc(100dvh-16px)] min-w-44 overflow-y-auto rounded-card bg-raised p-1 text-sm text-text shadow-float"
    >
      {props.items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={item.disabled}
          onClick={() => props.onChoose(item)}
          className="flex min-h-8 w-full items-center gap-2 rounded px-2.5 text-left hover:bg-accent-soft focus-visible:bg-accent-soft focus-visible:outline-offset-[-2px] disabled:text-quiet disabled:opacity-60 [@media(pointer:coarse)]:min-h-[44px]"
        >
          {item.icon}
          {item.label}
        </button>
      ))}
    </div>
  );
}

const GAP = 4;
const MARGIN = 8;

/** Below the button, or above where there is no room; never outside of the window. */
function placeBeside(menu: HTMLElement, button: HTMLElement | null) {
  const anchor = button?.getBoundingClientRect();
  if (!anchor) return;
  const { width, height } = menu.getBoundingClientRect();
  const below = anchor.bottom + GAP;
  const top = below + height + MARGIN <= innerHeight ? below : anchor.top - GAP - height;
  menu.style.left = `${Math.max(MARGIN, Math.min(anchor.left, innerWidth - width - MARGIN))}px`;
  menu.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN))}px`;
}
