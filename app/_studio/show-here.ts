"use client";
import { useEffect } from "react";

type Show = { take: (id: string) => void; group: (id: string) => void };

let studio: Show | undefined;

/** While the studio is on the page, a take can be shown without leaving it. */
export function useShowHere(show: Show): void {
  useEffect(() => {
    studio = show;
    return () => {
      studio = undefined;
    };
  });
}

export function showHere(): Show | undefined {
  return studio;
}
