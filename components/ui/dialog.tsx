"use client";
import clsx from "clsx";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./icon-button";

const CONTENT = "scrolls overflow-y-auto p-4";

/** A modal over the platform's own `<dialog>`: focus is held and given back, Escape and a click outside close it. */
export function Dialog(props: {
  title: string;
  closeLabel: string;
  onClose: () => void;
  /** For pictures, which gain by room. */
  wide?: boolean;
  /** For a long text without controls, which the keyboard could not scroll. */
  readOnly?: boolean;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const pressed = useRef<EventTarget>(undefined);
  const titleId = useId();
  useEffect(() => {
    ref.current?.showModal();
    // The platform gives the focus to the first control, which is the one that closes.
    ref.current?.querySelector<HTMLElement>("[data-first-focus]")?.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way to close, and the platform handles it.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      // React passes on what a dialog inside of this one says of its own end.
      onClose={(event) => event.target === ref.current && props.onClose()}
      // A selection that is drawn beyond the edge ends in a click on the dialog as well.
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClick={(event) => event.target === ref.current && pressed.current === ref.current && ref.current.close()}
      className={clsx(
        "m-auto max-h-[85dvh] overflow-hidden rounded-card bg-panel p-0 shadow-float",
        props.wide ? "w-[min(840px,calc(100vw-32px))]" : "w-[min(560px,calc(100vw-32px))]",
      )}
    >
      <div className="flex max-h-[85dvh] flex-col">
        <div className="flex items-center justify-between border-line border-b py-2 pr-2 pl-4">
          <h2 id={titleId} className="font-medium text-base">
            {props.title}
          </h2>
          <IconButton label={props.closeLabel} onClick={() => ref.current?.close()}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
        {props.readOnly ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled by keys has to be reached by them.
          <section aria-labelledby={titleId} tabIndex={0} className={`${CONTENT} focus-visible:outline-offset-[-3px]`}>
            {props.children}
          </section>
        ) : (
          <div className={CONTENT}>{props.children}</div>
        )}
      </div>
    </dialog>
  );
}
