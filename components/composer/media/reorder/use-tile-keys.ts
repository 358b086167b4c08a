"use client";
import type { KeyboardEvent } from "react";
import { placeAfterKey } from "./geometry";
import { measureTiles, type useReorder } from "./use-reorder";

type Commands = {
  /** Moves the focus. */
  onFocus: (place: number) => void;
  onMove: (key: string, place: number) => void;
  onRename: (key: string) => void;
  onRemove: (key: string) => void;
  /** What carrying by keys does, to be said aloud. */
  onCarried: (event: "lifted" | "carried" | "putBack", place: number) => void;
};

/**
 * The keys of a tile: arrows move the focus, with Alt the tile; Space picks the tile up, then arrows carry it, Space or Enter puts
 * it down, Escape puts it back.
 */
export function useTileKeys(
  list: { current: HTMLElement | null },
  reorder: ReturnType<typeof useReorder>,
  on: Commands,
) {
  return (event: KeyboardEvent, key: string, place: number) => {
    if (event.ctrlKey || event.metaKey) return;
    const carried = reorder.current.current;
    const boxes = carried?.boxes ?? measureTiles(list.current);
    const next = placeAfterKey(event.key, carried?.to ?? place, boxes);
    const isArrow = event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End";
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (carried) {
      if (isArrow) {
        if (next !== undefined) {
          reorder.carry(next);
          on.onCarried("carried", next);
        }
        done();
      } else if (event.key === " " || event.key === "Enter") {
        reorder.drop();
        done();
      } else if (event.key === "Escape") {
        reorder.cancel();
        on.onCarried("putBack", carried.from);
        done();
      }
      return;
    }
    if (isArrow) {
      done();
      if (next === undefined) return;
      if (event.altKey) on.onMove(key, next);
      else on.onFocus(next);
    } else if (event.key === " " && boxes.length > 1) {
      done();
      reorder.lift(key);
      on.onCarried("lifted", place);
    } else if (event.key === "F2") {
      done();
      on.onRename(key);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      done();
      on.onRemove(key);
    }
  };
}
