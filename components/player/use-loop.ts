"use client";
import { type RefObject, useEffect } from "react";
import { frameAt, timeOfFrame } from "@/lib/media/frames";
import { isSet, jumpAfter, type LoopRange } from "./loop-range";

/** Often enough for any frame rate; frames that reach the screen are too few to go by on a busy machine. */
const LOOK_EVERY_MS = 8;

/** Keeps a playing video between its in and out points. */
export function useLoop(video: RefObject<HTMLVideoElement | null>, { range, fps }: { range: LoopRange; fps: number }) {
  useEffect(() => {
    const element = video.current;
    if (!element || !isSet(range)) return;
    const look = () => {
      if (element.paused || element.seeking) return;
      const jump = jumpAfter(frameAt(element.currentTime, fps), range);
      if (jump !== undefined) element.currentTime = timeOfFrame(jump, fps);
    };
    const startAgain = () => {
      element.currentTime = timeOfFrame(range.in ?? 0, fps);
      element.play().catch(() => {});
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    element.addEventListener("ended", startAgain);
    return () => {
      clearInterval(timer);
      element.removeEventListener("ended", startAgain);
    };
  }, [video, range, fps]);
}
