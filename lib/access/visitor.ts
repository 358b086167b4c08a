/** What a token for scripts allows: to look, or also to make and cancel takes. */
export const SCOPES = ["read", "submit"] as const;
export type Scope = (typeof SCOPES)[number];

/** Who asks. `open`: nobody has to sign in here; `proxy`: a reverse proxy vouches for them. */
export type Visitor =
  | { kind: "open" }
  | { kind: "proxy" }
  /** `isWordDue`: the word of its cookie is to be exchanged with the answer. */
  | { kind: "session"; id: string; isWordDue: boolean }
  | { kind: "token"; id: string; scope: Scope };

/** What a request needs. To rate, delete, share, and to give others access is `manage`, which no token may. */
export type Need = "read" | "submit" | "manage";

export function mayDo(visitor: Visitor, need: Need): boolean {
  if (visitor.kind !== "token" || need === "read") return true;
  return need === "submit" && visitor.scope === "submit";
}

/** Whether only this machine reaches a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
