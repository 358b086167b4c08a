import { timingSafeEqual } from "node:crypto";
import type { AccessStore } from "./ports";
import { hashToken } from "./secrets";
import { hasEnded, isDue, isOver, isStolen } from "./session-word";
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
  store: Pick<
    AccessStore,
    "sessionByWord" | "noteFirstUse" | "noteSessionUse" | "endSession" | "tokenByHash" | "noteTokenUse"
  >;
  /** Undefined where no proxy is trusted. */
  proxySecret?: string;
  now: () => number;
  /** A session was ended, because a word came back that its browser no longer holds. */
  onStolen: (sessionId: string) => void;
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
  return identifySession(hashToken(given.session), nowMs, deps);
}

async function identifySession(
  wordHash: string,
  nowMs: number,
  { store, onStolen }: IdentifyDeps,
): Promise<Visitor | undefined> {
  const found = await store.sessionByWord(wordHash);
  if (!found || hasEnded(found.session, nowMs)) return undefined;
  const { session, word } = found;
  if (isStolen(word, nowMs)) {
    await store.endSession(session.id);
    onStolen(session.id);
    return undefined;
  }
  if (isOver(word, nowMs)) return undefined;
  if (word.usedAtMs === undefined) await store.noteFirstUse(wordHash, nowMs);
  if (nowMs - session.lastUsedAtMs >= NOTED_EVERY_MS) await store.noteSessionUse(session.id, nowMs);
  return { kind: "session", id: session.id, isWordDue: isDue(word, nowMs) };
}

/** Takes the same time for every wrong word. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(expected)));
}
