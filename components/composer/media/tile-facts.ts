import type { MediaItem, MediaSlot } from "../composition";

/** How a tile is called: by its maker, else as the prompt names its place, else by its file. */
export function tileName(slot: MediaSlot, item: MediaItem, index: number): string {
  return item.label ?? slot.tags[index] ?? item.name;
}

export function pixelsOf({ width, height }: { width?: number; height?: number }): string | undefined {
  return width && height ? `${width} × ${height}` : undefined;
}

/** The host of a file that stays where it is. */
export function hostOf(item: MediaItem): string | undefined {
  return item.ref && URL.canParse(item.ref) && /^https?:/.test(item.ref) ? new URL(item.ref).host : undefined;
}
