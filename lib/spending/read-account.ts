import type { Account, AccountSource } from "./account";

const KEPT_MS = 30_000;

/** Asks the service about the key's account: of several at once one does, and its answer holds for half a minute. */
export function createAccountReader(source: AccountSource | undefined, now: () => number): () => Promise<Account> {
  let last: { answer: Promise<Account>; askedAtMs: number } | undefined;
  return () => {
    if (!source) return Promise.resolve({ key: "unknown" });
    if (!last || Math.abs(now() - last.askedAtMs) > KEPT_MS) last = { answer: source.read(), askedAtMs: now() };
    return last.answer;
  };
}
