import type { AccessStore } from "./ports";
import { hashToken, newToken, type RandomBytes } from "./secrets";
import { OVERLAP_MS, SESSION_MS } from "./session-word";

export type NewWord = { word: string; forMs: number };

/**
 * A new word for the session of `word`, to be sent with the answer. Only one of several requests at a time is given one. The word
 * before stays good until the new one comes back, so that an answer that is lost signs nobody out.
 */
export async function exchangeWord(
  word: string,
  { store, now, random }: { store: Pick<AccessStore, "giveWord">; now: () => number; random: RandomBytes },
): Promise<NewWord | undefined> {
  const next = newToken(random);
  const nowMs = now();
  const given = { hash: hashToken(next), givenAtMs: nowMs };
  const session = await store.giveWord(given, { after: hashToken(word), lostBefore: nowMs - OVERLAP_MS });
  return session && { word: next, forMs: session.createdAtMs + SESSION_MS - nowMs };
}
