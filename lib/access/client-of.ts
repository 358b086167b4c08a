import type { Visitor } from "./visitor";

/** Under which name limits count a visitor: a browser that signed in, a script, the proxy with all behind it, or this machine. */
export function clientOf(visitor: Visitor | undefined): string {
  if (visitor?.kind === "session" || visitor?.kind === "token") return `${visitor.kind} ${visitor.id}`;
  return visitor?.kind ?? "unknown";
}
