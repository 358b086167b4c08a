import type { GuessLimit } from "./guesses";
import type { Scope } from "./visitor";

/** A browser that signed in. */
export type Session = {
  id: string;
  /** Of the word in its cookie. */
  tokenHash: string;
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
  /** Also forgets sessions that have ended: begun at `begunBefore` or before, or last used at `usedBefore` or before. */
  addSession(session: Session, ended: { begunBefore: number; usedBefore: number }): Promise<void>;
  sessionByHash(tokenHash: string): Promise<Session | undefined>;
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
  /** A right password: takes back the guess that was counted for everybody, and forgets those of `who`. */
  forgiveGuesses(who: string): Promise<void>;
}
