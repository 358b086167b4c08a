"use client";
import { type RefObject, useCallback, useEffect, useState } from "react";
import { frameAt, timeOfFrame } from "@/lib/media/frames";

export type Playback = {
  playing: boolean;
  seconds: number;
  muted: boolean;
  broken: boolean;
};

const MUTED_KEY = "dailies:muted";

/** What a video element does, as state, and the few commands of a transport. */
export function usePlayback(video: RefObject<HTMLVideoElement | null>, fps: number) {
  const [state, setState] = useState<Playback>({ playing: false, seconds: 0, muted: false, broken: false });

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.muted = readMuted();
    const read = (seconds = element.currentTime) =>
      setState({ playing: !element.paused, seconds, muted: element.muted, broken: element.error !== null });
    const onEvent = () => read();
    read();
    const events = ["play", "pause", "ended", "seeked", "volumechange", "error", "loadedmetadata"];
    if (!("requestVideoFrameCallback" in element)) events.push("timeupdate");
    for (const name of events) element.addEventListener(name, onEvent);
    const stop = eachShownFrame(element, read);
    return () => {
      stop();
      for (const name of events) element.removeEventListener(name, onEvent);
    };
  }, [video]);

  const toggle = useCallback(() => {
    const element = video.current;
    if (!element) return;
    // A browser may refuse to play; the button then still says "Play", which is the truth.
    if (element.paused) element.play().catch(() => {});
    else element.pause();
  }, [video]);

  const seek = useCallback(
    (seconds: number) => {
      if (video.current) video.current.currentTime = seconds;
    },
    [video],
  );

  const step = useCallback(
    (frames: number) => {
      const element = video.current;
      if (!element) return;
      element.pause();
      const last = Math.max(0, Math.round(element.duration * fps) - 1);
      const next = Math.min(Math.max(frameAt(element.currentTime, fps) + frames, 0), last);
      element.currentTime = timeOfFrame(next, fps);
    },
    [video, fps],
  );

  const toggleMuted = useCallback(() => {
    const element = video.current;
    if (!element) return;
    element.muted = !element.muted;
    writeMuted(element.muted);
  }, [video]);

  return { ...state, toggle, seek, step, toggleMuted };
}

/** Gives the time of every frame that reaches the screen, in seconds, where the browser can tell. */
function eachShownFrame(element: HTMLVideoElement, callback: (seconds: number) => void): () => void {
  if (!("requestVideoFrameCallback" in element)) return () => {};
  let handle = 0;
  const next: VideoFrameRequestCallback = (_, { mediaTime }) => {
    callback(mediaTime);
    handle = element.requestVideoFrameCallback(next);
  };
  handle = element.requestVideoFrameCallback(next);
  return () => element.cancelVideoFrameCallback(handle);
}

function readMuted(): boolean {
  try {
    return localStorage.getItem(MUTED_KEY) === "1";
  } catch {
    return false;
  }
}

function writeMuted(muted: boolean) {
  try {
    localStorage.setItem(MUTED_KEY, muted ? "1" : "0");
  } catch {
    // Storage may be switched off: the sound then starts as the browser likes.
  }
}
