"use client";
import { type RefObject, useEffect, useEffectEvent } from "react";
import { frameAt, timeOfFrame } from "@/lib/media/frames";
import { jumpBefore, type LoopRange } from "./loop-range";

type Reverse = {
  /** Less than 0 goes back, 0 rests. */
  speed: number;
  fps: number;
  lastFrame: number;
  range: LoopRange;
  onEnd: () => void;
};

/** Browsers play forwards only: backwards is stepping, as fast as the video can follow, in real time. */
export function useReverse(video: RefObject<HTMLVideoElement | null>, reverse: Reverse) {
  const { speed, fps } = reverse;
  const onFirst = useEffectEvent((frame: number) => {
    const jump = jumpBefore(frame, reverse.range, reverse.lastFrame);
    if (jump === undefined && frame <= 0) reverse.onEnd();
    return jump;
  });

  useEffect(() => {
    const element = video.current;
    if (!element || speed >= 0) return;
    element.pause();
    let from = { seconds: element.currentTime, at: performance.now() };
    let handle = 0;
    const follow = (now: number) => {
      handle = requestAnimationFrame(follow);
      if (element.seeking) return;
      const frame = frameAt(Math.max(from.seconds + ((now - from.at) / 1000) * speed, 0), fps);
      const jump = onFirst(frame);
      if (jump !== undefined) from = { seconds: timeOfFrame(jump, fps), at: now };
      const next = jump ?? frame;
      if (next !== frameAt(element.currentTime, fps)) element.currentTime = timeOfFrame(next, fps);
    };
    handle = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(handle);
  }, [video, speed, fps]);
}
