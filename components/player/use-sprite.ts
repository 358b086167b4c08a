"use client";
import { useCallback, useRef, useState } from "react";
import type { WireOutput } from "@/lib/api/contract";
import { spriteGeometry } from "@/lib/media/sprite";
import { isMade } from "./is-made";

export type Sprite = NonNullable<WireOutput["sprite"]>;

/** So long after the first play the studio may have made one itself. */
const DRAWN_AFTER_MS = 4000;

/**
 * The small frames of a video for previews. `ask` looks for one that was made after this page was loaded; `drawLater`, at the first
 * play, has one drawn here where the studio has made none.
 */
export function useSprite(output: WireOutput, fps: number) {
  const [found, setFound] = useState<Sprite>();
  const isDrawing = useRef(false);
  const sprite = output.sprite ?? found;

  const ask = useCallback(async (): Promise<boolean> => {
    const geometry = spriteGeometry(output);
    if (sprite || !geometry) return true;
    const url = `${output.url}/sprite`;
    const isThere = await isMade(url);
    if (isThere) setFound({ url, ...geometry });
    return isThere;
  }, [output, sprite]);

  const drawLater = useCallback(() => {
    const geometry = spriteGeometry(output);
    if (sprite || !geometry || isDrawing.current) return;
    isDrawing.current = true;
    window.setTimeout(async () => {
      if (await ask()) return;
      const { drawSprite } = await import("./draw-sprite");
      const url = await drawSprite(output, fps).catch(() => undefined);
      if (url) setFound({ url, ...geometry });
    }, DRAWN_AFTER_MS);
  }, [output, sprite, ask, fps]);

  return { sprite, ask, drawLater };
}
