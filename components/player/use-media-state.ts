"use client";
import { type RefObject, useEffect, useState } from "react";
import { eachShownFrame } from "@/components/ui/shown-frames";
import { readSound, type Sound } from "./sound-memory";

export type MediaState = Sound & {
  playing: boolean;
  seconds: number;
  broken: boolean;
};

const EVENTS = ["play", "pause", "ended", "seeked", "volumechange", "error", "loadedmetadata"];

/** What a video or sound element does, as state. */
export function useMediaState(media: RefObject<HTMLMediaElement | null>): MediaState {
  const [state, setState] = useState<MediaState>({
    playing: false,
    seconds: 0,
    muted: false,
    volume: 1,
    broken: false,
  });

  useEffect(() => {
    const element = media.current;
    if (!element) return;
    Object.assign(element, readSound());
    const read = (seconds = element.currentTime) => {
      const { paused, muted, volume, error } = element;
      setState({ playing: !paused, seconds, muted, volume, broken: error !== null });
    };
    const onEvent = () => read();
    read();
    const tellsFrames = element instanceof HTMLVideoElement && "requestVideoFrameCallback" in element;
    const events = tellsFrames ? EVENTS : [...EVENTS, "timeupdate"];
    for (const name of events) element.addEventListener(name, onEvent);
    const stop = element instanceof HTMLVideoElement ? eachShownFrame(element, read) : () => {};
    return () => {
      stop();
      for (const name of events) element.removeEventListener(name, onEvent);
    };
  }, [media]);

  return state;
}
