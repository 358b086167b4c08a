import type { Left } from "./way-back";

const KEY = "dailies:switched";

/** The forms that were left in this tab, by "from to": kept through a reload, gone with the tab. */
export function rememberLeft(from: string, to: string, left: Left) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...readAll(), [nameOf(from, to)]: left }));
  } catch {
    // Without storage the way back carries over what fits, as any other switch does.
  }
}

/** The form of `to`, where this tab went from it to `from`. */
export function recallLeft(from: string, to: string): Left | undefined {
  return readAll()[nameOf(to, from)];
}

function nameOf(from: string, to: string): string {
  return `${from} ${to}`;
}

function readAll(): Record<string, Left> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return typeof stored === "object" && stored !== null ? (stored as Record<string, Left>) : {};
  } catch {
    return {};
  }
}
