import type { GuessLimit } from "@/lib/access/guesses";
import type { Share } from "./share";

export type SharePlace = { createdAtMs: number; id: string };

export interface ShareStore {
  insert(share: Share): Promise<void>;
  byToken(tokenHash: string): Promise<Share | undefined>;
  /** Newest first. */
  page(query: { after?: SharePlace; limit: number }): Promise<Share[]>;
  /** With its tickets and guesses; false where there is none with this id. */
  remove(id: string): Promise<boolean>;
  /** Notes a use, and a view where it is one; nothing where the share is gone. */
  noteUse(id: string, use: { atMs: number; isView: boolean }): Promise<void>;
  /** Also forgets tickets of any share that have ended. */
  addTicket(ticket: { shareId: string; ticketHash: string; untilMs: number }, nowMs: number): Promise<void>;
  hasTicket(ticket: { shareId: string; ticketHash: string }, nowMs: number): Promise<boolean>;
  /**
   * Counts one more guess for each of `limits`, before the guess is looked at, so that guesses at the same time are counted too.
   * Where one of them has to wait, nothing is counted. Returns how long to wait, 0 for not at all.
   */
  takeGuess(shareId: string, limits: readonly { who: string; limit: GuessLimit }[], nowMs: number): Promise<number>;
  /** A right password: takes back the guess that was counted for `everybody`, and forgets those of `who`. */
  forgiveGuesses(shareId: string, who: string): Promise<void>;
}
