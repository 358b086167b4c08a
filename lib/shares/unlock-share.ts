import { EVERYBODY, LIMIT_BY_ALL, LIMIT_BY_CALLER } from "@/lib/access/guesses";
import { hashToken, isPassword, newToken } from "@/lib/access/secrets";
import { openShare } from "./open-share";
import type { ShareDeps } from "./share-deps";

/** How long one right password opens the share for one browser. */
export const TICKET_MS = 2 * 60 * 60_000;

export type Unlocked =
  | { kind: "ticket"; ticket: string }
  | { kind: "wrong" }
  /** Too many guesses; the password was not looked at. */
  | { kind: "wait"; waitMs: number };

/**
 * Tries a password. `caller` tells callers apart, for the number of their guesses.
 * Undefined where there is no share that asks for a password.
 */
export async function unlockShare(
  { token, password, caller }: { token: string; password: string; caller: string },
  deps: ShareDeps,
): Promise<Unlocked | undefined> {
  const { shares, now, random } = deps;
  const share = (await openShare({ token }, deps))?.share;
  if (share?.password === undefined) return undefined;
  // Addresses of visitors are told apart, not kept.
  const who = hashToken(`${share.id} ${caller}`);
  const limits = [
    { who, limit: LIMIT_BY_CALLER },
    { who: EVERYBODY, limit: LIMIT_BY_ALL },
  ];
  const waitMs = await shares.takeGuess(share.id, limits, now());
  if (waitMs > 0) return { kind: "wait", waitMs };
  if (!(await isPassword(password, share.password))) return { kind: "wrong" };
  const ticket = newToken(random);
  await shares.forgiveGuesses(share.id, who);
  await shares.addTicket({ shareId: share.id, ticketHash: hashToken(ticket), untilMs: now() + TICKET_MS }, now());
  return { kind: "ticket", ticket };
}
