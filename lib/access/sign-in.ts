import type { NewWord } from "./exchange-word";
import { EVERYBODY, LIMIT_BY_ALL, LIMIT_BY_CALLER } from "./guesses";
import type { AccessStore, Session } from "./ports";
import { hashToken, isPassword, newToken, type RandomBytes } from "./secrets";
import { SESSION_IDLE_MS, SESSION_MS } from "./session-word";

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
  | ({ kind: "session" } & NewWord)
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
  const old = before === undefined ? undefined : await store.sessionByWord(hashToken(before));
  if (old) await store.endSession(old.session.id);
  const word = newToken(random);
  const nowMs = now();
  const session: Session = {
    id: newId(),
    agent: agent.slice(0, MAX_AGENT),
    createdAtMs: nowMs,
    lastUsedAtMs: nowMs,
  };
  const ended = { begunBefore: nowMs - SESSION_MS, usedBefore: nowMs - SESSION_IDLE_MS };
  await store.addSession(session, hashToken(word), ended);
  return { kind: "session", word, forMs: SESSION_MS };
}
