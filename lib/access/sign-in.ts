import { EVERYBODY, LIMIT_BY_ALL, LIMIT_BY_CALLER } from "./guesses";
import type { AccessStore, Session } from "./ports";
import { hashToken, isPassword, newToken, type RandomBytes } from "./secrets";

const DAY_MS = 24 * 60 * 60_000;
/** A session ends by itself so long after it began, and earlier where it is not used. */
export const SESSION_MS = 30 * DAY_MS;
const SESSION_IDLE_MS = 7 * DAY_MS;
const MAX_AGENT = 200;

export type SignInDeps = {
  store: AccessStore;
  /** As `hashPassword` makes it. */
  passwordHash: () => Promise<string>;
  now: () => number;
  random: RandomBytes;
  newId: () => string;
};

export type SignedIn =
  | { kind: "session"; token: string }
  | { kind: "wrong" }
  /** Too many guesses; the password was not looked at. */
  | { kind: "wait"; waitMs: number };

/** Tries the studio's password. Every right one begins a new session under a new word, whatever the browser had before. */
export async function signIn(
  { password, caller, agent, before }: { password: string; caller: string; agent: string; before?: string | undefined },
  { store, passwordHash, now, random, newId }: SignInDeps,
): Promise<SignedIn> {
  // Addresses of visitors are told apart, not kept.
  const who = hashToken(`studio ${caller}`);
  const limits = [
    { who, limit: LIMIT_BY_CALLER },
    { who: EVERYBODY, limit: LIMIT_BY_ALL },
  ];
  const waitMs = await store.takeGuess(limits, now());
  if (waitMs > 0) return { kind: "wait", waitMs };
  if (!(await isPassword(password, await passwordHash()))) return { kind: "wrong" };
  await store.forgiveGuesses(who);
  const old = before === undefined ? undefined : await store.sessionByHash(hashToken(before));
  if (old) await store.endSession(old.id);
  const token = newToken(random);
  const nowMs = now();
  const session: Session = {
    id: newId(),
    tokenHash: hashToken(token),
    agent: agent.slice(0, MAX_AGENT),
    createdAtMs: nowMs,
    lastUsedAtMs: nowMs,
  };
  await store.addSession(session, { begunBefore: nowMs - SESSION_MS, usedBefore: nowMs - SESSION_IDLE_MS });
  return { kind: "session", token };
}

export function hasEnded({ createdAtMs, lastUsedAtMs }: Session, nowMs: number): boolean {
  return nowMs - createdAtMs >= SESSION_MS || nowMs - lastUsedAtMs >= SESSION_IDLE_MS;
}
