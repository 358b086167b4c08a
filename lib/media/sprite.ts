/** A picture with small frames of a video in rows, for previews while scrubbing. Tile n shows frame n × `tileInterval`. */
export type SpriteGeometry = { columns: number; rows: number; tileWidth: number; tileHeight: number; count: number };

type VideoFacts = { width?: number | null; height?: number | null; frameCount?: number | null };

const MAX_TILES = 100;
const MAX_COLUMNS = 10;
const LONG_SIDE = 160;

/** The same for everyone who makes or reads a video's sprite; undefined where its size or frames are not known. */
export function spriteGeometry({ width, height, frameCount }: VideoFacts): SpriteGeometry | undefined {
  if (!width || !height || !frameCount) return undefined;
  const scale = LONG_SIDE / Math.max(width, height);
  const count = Math.ceil(frameCount / Math.ceil(frameCount / MAX_TILES));
  const columns = Math.min(count, MAX_COLUMNS);
  return {
    columns,
    rows: Math.ceil(count / columns),
    tileWidth: Math.max(1, Math.round(width * scale)),
    tileHeight: Math.max(1, Math.round(height * scale)),
    count,
  };
}

/** How many frames one tile stands for. */
export function tileInterval(frameCount: number, { count }: Pick<SpriteGeometry, "count">): number {
  return Math.ceil(frameCount / count);
}

/** Where the tile of a frame lies, in tiles from the left and from the top. */
export function tileOf(
  frame: number,
  frameCount: number,
  sprite: Pick<SpriteGeometry, "count" | "columns">,
): { column: number; row: number } {
  const index = Math.min(Math.max(Math.floor(frame / tileInterval(frameCount, sprite)), 0), sprite.count - 1);
  return { column: index % sprite.columns, row: Math.floor(index / sprite.columns) };
}
