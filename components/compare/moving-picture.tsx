"use client";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { WireOutput } from "@/lib/api/contract";
import { useClock } from "./clock-context";
import { fpsOf } from "./take";

/** The video of one take. It has no controls of its own: it joins the group's clock as soon as its length is known. */
export function MovingPicture(props: { id: string; output: WireOutput; label: string; muted: boolean }) {
  const { id, output } = props;
  const t = useTranslations("compare");
  const clock = useClock();
  const video = useRef<HTMLVideoElement>(null);
  const [broken, setBroken] = useState(false);
  const fps = fpsOf(output);

  useEffect(() => {
    const element = video.current;
    if (!element || broken) return;
    let leave = () => {};
    const join = () => {
      if (Number.isFinite(element.duration)) leave = clock.join({ id, element, seconds: element.duration, fps });
    };
    const giveUp = () => setBroken(true);
    // Both may have happened before the page was taken over by the browser.
    if (element.error) giveUp();
    else if (element.readyState >= HTMLMediaElement.HAVE_METADATA) join();
    else element.addEventListener("loadedmetadata", join, { once: true });
    element.addEventListener("error", giveUp);
    return () => {
      element.removeEventListener("loadedmetadata", join);
      element.removeEventListener("error", giveUp);
      leave();
    };
  }, [clock, id, fps, broken]);

  if (broken) {
    return (
      <p role="alert" className="absolute inset-0 flex flex-col items-center justify-center gap-2 p-4 text-center">
        {t("broken")}
        <a href={`${output.url}?download=1`} download className="underline">
          {t("getFile")}
        </a>
      </p>
    );
  }
  return (
    <video
      ref={video}
      src={output.url}
      {...(output.posterUrl ? { poster: output.posterUrl } : {})}
      aria-label={props.label}
      muted={props.muted}
      playsInline
      disablePictureInPicture
      preload="auto"
      className="absolute inset-0 size-full object-contain"
    >
      <track kind="captions" />
    </video>
  );
}
