import type { NewWord } from "./exchange-word";
import { EVERYBODY, LIMIT_BY_ALL, LIMIT_BY_CALLER } from "./guesses";
import type { KnownBrowsers } from "./known-browser";
import type { AccessStore, Session } from "./ports";
import { hashToken, isPassword, newToken, type RandomBytes } from "./secrets";
import { SESSION_IDLE_MS, SESSION_MS } from "./session-word";

const MAX_AGENT = 200;

export type SignInDeps = {
  store: AccessStore;
  /** As `hashPassword` makes it. */
  passwordHash: () => Promise<string>;
  browsers: KnownBrowsers;
  now: () => number;
  random: RandomBytes;
  newId: () => string;
};

export type SignedIn =
  /** `browser`: what makes it known the next time. */
  | ({ kind: "session"; browser: string } & NewWord)
  | { kind: "wrong" }
  /** Too many guesses; the password was not looked at. */
  | { kind: "wait"; waitMs: number };

type SignInTry = {
  password: string;
  caller: string;
  agent: string;
  /** The words of the session and of the browser in its cookies. */
  before?: string | undefined;
  browser?: string | undefined;
};

/**
 * Tries the studio's password. Every right one begins a new session under a new word, whatever the browser had before. The guesses
 * of a known browser count for itself alone: whoever guesses from many addresses locks out strangers, and not the owner.
 */
export async function signIn(
  { password, caller, agent, before, browser }: SignInTry,
  { store, passwordHash, browsers, now, random, newId }: SignInDeps,
): Promise<SignedIn> {
  const known = browsers.idIn(browser);
  // Addresses of visitors are told apart, not kept.
  const who = hashToken(known === undefined ? `studio ${caller}` : `browser ${known}`);
  const byCaller = { who, limit: LIMIT_BY_CALLER };
  const limits = known === undefined ? [byCaller, { who: EVERYBODY, limit: LIMIT_BY_ALL }] : [byCaller];
  const waitMs = await store.takeGuess(limits, now());
  if (waitMs > 0) return { kind: "wait", waitMs };
  if (!(await isPassword(password, await passwordHash()))) return { kind: "wrong" };
  await store.forgiveGuesses(who, known === undefined);
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
  return { kind: "session", word, forMs: SESSION_MS, browser: browsers.wordOf(known ?? newId()) };
}
