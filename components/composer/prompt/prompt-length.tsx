"use client";
import { useEffect, useState } from "react";
import { weightedLength } from "@/lib/prompt/length";
import type { TextLimit } from "@/lib/schema/field";
import { LengthCount } from "../fields/length-count";
import type { PromptText } from "./prompt-text";

/** The only part of the prompt field that renders while typing, and not before what was typed is on the screen. */
export function PromptLength({ text, limit }: { text: PromptText; limit: TextLimit }) {
  const [length, setLength] = useState(() => weightedLength(text.read(), limit.cjkWeight));
  useEffect(() => {
    let frame = 0;
    const count = () => setLength(weightedLength(text.read(), limit.cjkWeight));
    const unsubscribe = text.subscribe(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(count);
    });
    count();
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
    };
  }, [text, limit.cjkWeight]);
  return <LengthCount length={length} limit={limit} />;
}
