"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Layout } from "./layout";
import type { GalleryTake } from "./take";

const DELAY_MS = 150;

/** The one video of the grid: what the pointer or the keyboard's focus rests on plays in place, without sound. */
export function MovingPicture(props: {
  grid: RefObject<HTMLElement | null>;
  takes: readonly GalleryTake[];
  layout: Layout;
}) {
  const id = useRestingOn(props.grid);
  const at = id === undefined ? -1 : props.takes.findIndex((take) => take.id === id);
  const take = props.takes[at];
  const place = props.layout.places[at];
  if (!take?.url || take.kind !== "video" || !place) return null;
  return <Film key={take.id} url={take.url} place={place} />;
}

function Film({ url, place }: { url: string; place: Layout["places"][number] }) {
  const video = useRef<HTMLVideoElement>(null);
  const [isMoving, setMoving] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.src = url;
    // Refused or broken: the poster stays.
    element.play().catch(() => undefined);
    return () => {
      element.pause();
      element.removeAttribute("src");
      element.load();
    };
  }, [url]);
  return (
    <video
      ref={video}
      aria-hidden
      tabIndex={-1}
      muted
      loop
      playsInline
      disablePictureInPicture
      onPlaying={() => setMoving(true)}
      className="pointer-events-none absolute z-1 rounded-sm object-contain transition-opacity duration-150"
      style={{ ...place, opacity: isMoving ? 1 : 0 }}
    />
  );
}

/** The take that the mouse or the visible focus has rested on for a moment. */
function useRestingOn(grid: RefObject<HTMLElement | null>): string | undefined {
  const [id, setId] = useState<string>();
  useEffect(() => {
    const box = grid.current;
    if (!box) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let next: string | undefined;
    const restOn = (take: string | undefined) => {
      if (take === next) return;
      next = take;
      clearTimeout(timer);
      setId(undefined);
      if (take && !matchMedia("(prefers-reduced-motion: reduce)").matches)
        timer = setTimeout(() => setId(take), DELAY_MS);
    };
    const onOver = (event: PointerEvent) => event.pointerType !== "touch" && restOn(takeOf(event.target));
    const onLeave = () => restOn(undefined);
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches(":focus-visible")) restOn(takeOf(target));
    };
    box.addEventListener("pointerover", onOver);
    box.addEventListener("pointerleave", onLeave);
    box.addEventListener("focusin", onFocus);
    box.addEventListener("focusout", onLeave);
    return () => {
      clearTimeout(timer);
      box.removeEventListener("pointerover", onOver);
      box.removeEventListener("pointerleave", onLeave);
      box.removeEventListener("focusin", onFocus);
      box.removeEventListener("focusout", onLeave);
    };
  }, [grid]);
  return id;
}

function takeOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest("[data-take]")?.getAttribute("data-take") ?? undefined;
}
