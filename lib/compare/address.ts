import { comparePath } from "./takes";
import type { Rest, Span } from "./timeline";
import { type View, WHOLE } from "./zoom";

export const MODES = ["side", "grid", "wipe", "overlay", "difference"] as const;
export type Mode = (typeof MODES)[number];
/** In these modes two of the takes lie on each other. */
export function isLayered(mode: Mode): boolean {
  return mode === "wipe" || mode === "overlay" || mode === "difference";
}
/** Side by side is for two or three; more stand in a grid. */
export function modesFor(count: number): Mode[] {
  return MODES.filter((mode) => mode !== "side" || count <= 3);
}

/** Everything about a comparison that a link to it keeps. Takes are named by their place in `jobs`. */
export type Comparison = {
  mode: Mode;
  /** Frames that each take is moved by, by place. */
  offsets: number[];
  /** Whose sound is heard; that one is also the chosen one. */
  side: number | undefined;
  /** The two that lie on each other. */
  pair: [number, number];
  /** Where the edge of the wipe is, and how much of the upper picture is seen, 0 to 1. */
  edge: number;
  opacity: number;
  view: View;
  loop: boolean;
  span: Span;
  rest: Rest;
  /** The seed of the order in which takes are shown without names. */
  blind: number | undefined;
  winner: number | undefined;
};

export function startOf(count: number): Comparison {
  return {
    mode: count <= 3 ? "side" : "grid",
    offsets: Array.from({ length: count }, () => 0),
    side: 0,
    pair: [0, 1],
    edge: 0.5,
    opacity: 0.5,
    view: WHOLE,
    loop: true,
    span: "longest",
    rest: "hold",
    blind: undefined,
    winner: undefined,
  };
}

/** What an address says about a comparison of these takes; what it leaves out or says wrongly is as at the start. */
export function readComparison(address: URLSearchParams, jobIds: readonly string[]): Comparison {
  const count = jobIds.length;
  const winner = jobIds.indexOf(address.get("winner") ?? "");
  const start = startOf(count);
  const numbers = (name: string) => (address.get(name) ?? "").split(",").map(Number);
  const place = (name: string) => {
    const letter = address.get(name) ?? "";
    const found = letter.length === 1 ? letter.charCodeAt(0) - FIRST_LETTER : -1;
    return found >= 0 && found < count ? found : undefined;
  };
  const part = (name: "edge" | "opacity") => {
    const [value = Number.NaN] = numbers(name);
    return address.get(name) && value >= 0 && value <= 1 ? value : start[name];
  };
  const [zoom = 1, x = 0, y = 0] = numbers("view");
  const reach = (zoom - 1) / 2;
  const seed = Number(address.get("blind") || Number.NaN);
  return {
    mode: modesFor(count).find((mode) => mode === address.get("mode")) ?? start.mode,
    offsets: start.offsets.map((_, at) => Math.trunc(numbers("offsets")[at] || 0)),
    side: address.get("sound") === "off" ? undefined : (place("sound") ?? start.side),
    pair: readPair(address.get("pair") ?? "", count) ?? start.pair,
    edge: part("edge"),
    opacity: part("opacity"),
    view: zoom > 1 && zoom <= 8 && Math.abs(x) <= reach && Math.abs(y) <= reach ? { zoom, x, y } : start.view,
    loop: address.get("loop") !== "off",
    span: address.get("length") === "common" ? "common" : "longest",
    rest: address.get("short") === "loop" ? "loop" : "hold",
    blind: Number.isSafeInteger(seed) && seed >= 0 ? seed : undefined,
    winner: winner < 0 ? undefined : winner,
  };
}

/** The address of a comparison, as short as it can be: what is as at the start is left out. */
export function addressOf(jobIds: readonly string[], comparison: Comparison): string {
  const start = startOf(jobIds.length);
  const said: Record<string, string | undefined> = {
    mode: comparison.mode,
    offsets: comparison.offsets.join(","),
    sound: comparison.side === undefined ? "off" : letterOf(comparison.side),
    pair: comparison.pair.map(letterOf).join(""),
    edge: String(round(comparison.edge)),
    opacity: String(round(comparison.opacity)),
    view: [comparison.view.zoom, comparison.view.x, comparison.view.y].map(round).join(","),
    loop: comparison.loop ? "on" : "off",
    length: comparison.span,
    short: comparison.rest,
    blind: comparison.blind?.toString(),
    winner: comparison.winner === undefined ? undefined : encodeURIComponent(jobIds[comparison.winner] ?? ""),
  };
  const usual: typeof said = {
    mode: start.mode,
    offsets: start.offsets.join(","),
    sound: "A",
    pair: "AB",
    edge: "0.5",
    opacity: "0.5",
    view: "1,0,0",
    loop: "on",
    length: start.span,
    short: start.rest,
  };
  const parts = Object.entries(said).filter(([name, value]) => value !== undefined && value !== usual[name]);
  return [comparePath(jobIds), ...parts.map((entry) => entry.join("="))].join("&");
}

const FIRST_LETTER = "A".charCodeAt(0);

/** The letter of a place: A, B, C… */
export function letterOf(place: number): string {
  return String.fromCharCode(FIRST_LETTER + place);
}

function readPair(text: string, count: number): [number, number] | undefined {
  const [first = -1, second = -1] = Array.from(text, (letter) => letter.charCodeAt(0) - FIRST_LETTER);
  const known = [first, second].every((place) => place >= 0 && place < count);
  return text.length === 2 && known && first !== second ? [first, second] : undefined;
}

/** Rounds towards zero, so that a view stays within its picture. */
function round(value: number): number {
  return Math.trunc(value * 1000) / 1000 || 0;
}
