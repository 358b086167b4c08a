import type { GuessLimit } from "./guesses";
import type { SessionWord } from "./session-word";
import type { Scope } from "./visitor";

/** A browser that signed in. */
export type Session = {
  id: string;
  /** What the browser called itself. */
  agent: string;
  createdAtMs: number;
  lastUsedAtMs: number;
};

/** A word by which a script comes in. */
export type ApiToken = {
  id: string;
  name: string;
  tokenHash: string;
  scope: Scope;
  createdAtMs: number;
  lastUsedAtMs?: number;
};

export interface AccessStore {
  /** The hash of the studio's password. */
  passwordHash(): Promise<string | undefined>;
  /** Ends all sessions with it. */
  changePassword(hash: string): Promise<void>;

  /** Also forgets sessions that have ended: begun at `begunBefore` or before, or last used at `usedBefore` or before. */
  addSession(session: Session, wordHash: string, ended: { begunBefore: number; usedBefore: number }): Promise<void>;
  /** By any word that its cookie has held. */
  sessionByWord(hash: string): Promise<{ session: Session; word: SessionWord } | undefined>;
  /** The word came back for the first time: from now on the others of its session are replaced. */
  noteFirstUse(hash: string, atMs: number): Promise<void>;
  /**
   * Another word for the session of the word `after`. Undefined where that has ended, or has a newer word already; one that was given
   * at `lostBefore` or before and never came back is lost.
   */
  giveWord(word: SessionWord, options: { after: string; lostBefore: number }): Promise<Session | undefined>;
  /** The last used first. */
  listSessions(): Promise<Session[]>;
  noteSessionUse(id: string, atMs: number): Promise<void>;
  /** False where there is none with this id. */
  endSession(id: string): Promise<boolean>;

  addToken(token: ApiToken): Promise<void>;
  tokenByHash(tokenHash: string): Promise<ApiToken | undefined>;
  /** The newest first. */
  listTokens(): Promise<ApiToken[]>;
  noteTokenUse(id: string, atMs: number): Promise<void>;
  removeToken(id: string): Promise<boolean>;

  /** As `ShareStore.takeGuess`, for the studio's own password. */
  takeGuess(limits: readonly { who: string; limit: GuessLimit }[], nowMs: number): Promise<number>;
  /** A right password: forgets the guesses of `who`, and takes back this one where it was counted for everybody, too. */
  forgiveGuesses(who: string, isCountedForAll: boolean): Promise<void>;
}
