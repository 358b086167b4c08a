import { timingSafeEqual } from "node:crypto";
import type { AccessStore } from "./ports";
import { hashToken } from "./secrets";
import { hasEnded } from "./sign-in";
import type { Visitor } from "./visitor";

/** Uses are noted no more often than this. */
const NOTED_EVERY_MS = 60_000;

export type Credentials = {
  /** The word of the session's cookie. */
  session?: string | undefined;
  /** What stands behind `Bearer`. */
  bearer?: string | undefined;
  /** What the reverse proxy says to be known by. */
  proxy?: string | undefined;
};

export type IdentifyDeps = {
  store: Pick<AccessStore, "sessionByHash" | "noteSessionUse" | "tokenByHash" | "noteTokenUse">;
  /** Undefined where no proxy is trusted. */
  proxySecret?: string;
  now: () => number;
};

/** Who comes with these credentials; undefined for nobody that is known. */
export async function identify(given: Credentials, deps: IdentifyDeps): Promise<Visitor | undefined> {
  const { store, proxySecret, now } = deps;
  if (proxySecret !== undefined && given.proxy !== undefined && isSame(given.proxy, proxySecret))
    return { kind: "proxy" };
  const nowMs = now();
  if (given.bearer !== undefined) {
    const token = await store.tokenByHash(hashToken(given.bearer));
    if (!token) return undefined;
    if (nowMs - (token.lastUsedAtMs ?? 0) >= NOTED_EVERY_MS) await store.noteTokenUse(token.id, nowMs);
    return { kind: "token", id: token.id, scope: token.scope };
  }
  if (given.session === undefined) return undefined;
  const session = await store.sessionByHash(hashToken(given.session));
  if (!session || hasEnded(session, nowMs)) return undefined;
  if (nowMs - session.lastUsedAtMs >= NOTED_EVERY_MS) await store.noteSessionUse(session.id, nowMs);
  return { kind: "session", id: session.id };
}

/** Takes the same time for every wrong word. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(expected)));
}
