"use client";
import { type RefObject, useState } from "react";
import { frameAt, timeOfFrame } from "@/lib/media/frames";
import { isSet, type LoopRange, withIn, withOut } from "./loop-range";
import { shuttled } from "./shuttle";
import { keepSound } from "./sound-memory";
import { useLoop } from "./use-loop";
import { useMediaState } from "./use-media-state";
import { useReverse } from "./use-reverse";

export type Playback = ReturnType<typeof usePlayback>;

/** A video element as a transport sees it: what it does, counted in frames, and everything that can be asked of it. */
export function usePlayback(video: RefObject<HTMLVideoElement | null>, film: { fps: number; lastFrame: number }) {
  const { fps, lastFrame } = film;
  const [rate, setRate] = useState(1);
  // What J and L have made of it; 0 while it stands or plays at the chosen rate.
  const [shuttle, setShuttle] = useState(0);
  const [range, setRange] = useState<LoopRange>({});
  const state = useMediaState(video);
  const frame = Math.min(frameAt(state.seconds, fps), lastFrame);

  const isReverse = shuttle < 0;
  const playing = state.playing || isReverse;
  /** Where the video is told to be, which it may still be on its way to. */
  const presentFrame = () => Math.min(frameAt(video.current?.currentTime ?? 0, fps), lastFrame);
  const frameNow = () => (playing ? frame : presentFrame());
  const stop = () => {
    setShuttle(0);
    video.current?.pause();
  };
  const run = (speed: number) => {
    const element = video.current;
    if (!element) return;
    element.playbackRate = speed;
    play(element);
  };
  const seek = (target: number) => {
    const element = video.current;
    if (element) element.currentTime = timeOfFrame(Math.min(Math.max(target, 0), lastFrame), fps);
  };
  useLoop(video, { range, fps });
  useReverse(video, { speed: Math.min(shuttle, 0), fps, lastFrame, range, onEnd: () => setShuttle(0) });

  return {
    ...state,
    playing,
    frame,
    rate,
    speed: shuttle === 0 ? rate : shuttle,
    range,
    stop,
    seek,
    toggle() {
      if (playing) return stop();
      setShuttle(0);
      run(rate);
    },
    step(frames: number) {
      stop();
      seek(presentFrame() + frames);
    },
    shuttle(direction: 1 | -1) {
      // The element knows at once that it plays; the page hears of it only later than a second press may come.
      const runs = video.current !== null && !video.current.paused && !video.current.ended;
      const present = isReverse ? shuttle : runs ? (video.current?.playbackRate ?? rate) : 0;
      const next = shuttled(present, direction, rate);
      setShuttle(next);
      if (next > 0) run(next);
    },
    chooseRate(next: number) {
      setRate(next);
      setShuttle(0);
      if (video.current) video.current.playbackRate = next;
    },
    frameNow,
    setIn: () => setRange(withIn(range, frameNow())),
    setOut: () => setRange(withOut(range, frameNow())),
    clearRange: () => setRange({}),
    /** The whole video goes round by itself, a part of it by jumps. */
    isWhole: !isSet(range),
    toggleMuted: () => change(video.current, ({ muted, volume }) => ({ muted: !muted, volume })),
    setVolume: (volume: number) => change(video.current, () => ({ muted: volume === 0, volume })),
  };
}

function play(element: HTMLMediaElement) {
  // A browser may refuse to play; the button then still says "Play", which is the truth.
  element.play().catch(() => {});
}

function change(element: HTMLMediaElement | null, next: (now: HTMLMediaElement) => { muted: boolean; volume: number }) {
  if (!element) return;
  const sound = next(element);
  Object.assign(element, sound);
  keepSound(sound);
}
