"use client";
import dynamic from "next/dynamic";

const StudioWatch = dynamic(() => import("./studio-watch").then((module) => module.StudioWatch), { ssr: false });

/** Follows the takes on every page; loaded when the page itself is there. */
export function Watch() {
  return <StudioWatch />;
}
