import { exchangeWord, type NewWord } from "@/lib/access/exchange-word";
import { createFileTickets, type FileTickets } from "@/lib/access/file-ticket";
import { identify } from "@/lib/access/identify";
import { keepPassword } from "@/lib/access/keep-password";
import { createKnownBrowsers } from "@/lib/access/known-browser";
import type { AccessStore } from "@/lib/access/ports";
import { hashToken, keyFrom, newToken, type RandomBytes } from "@/lib/access/secrets";
import { type SignedIn, signIn } from "@/lib/access/sign-in";
import { isLoopback, type Scope, type Visitor } from "@/lib/access/visitor";
import type { WireApiToken, WireSession } from "@/lib/api/access-contract";
import type { Env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { browserWordOf, credentialsOf } from "./session-cookie";
import { callerOf } from "./share-visit";

const MAX_TOKENS = 100;

/** Who may come in: sessions of browsers, tokens of scripts. */
export type AccessService = {
  /** Whether nobody has to sign in. */
  isOpen: boolean;
  /** The parameters that let the service fetch a file without signing in; undefined where nobody has to. */
  ticketFor: FileTickets["sign"] | undefined;
  /** @throws AppError `signInNeeded` for a caller who is not known and has no ticket for the file */
  admitToFile(assetId: string, request: Request, visitor: Visitor | undefined): void;
  /** Undefined for nobody that is known. */
  identify(headers: Headers): Promise<Visitor | undefined>;
  signIn(password: string, headers: Headers): Promise<SignedIn>;
  /** A new word for the session of the request's cookie; undefined where it has one already, or has ended. */
  exchange(headers: Headers): Promise<NewWord | undefined>;
  signOut(visitor: Visitor): Promise<void>;
  listSessions(visitor: Visitor): Promise<WireSession[]>;
  endSession(id: string): Promise<void>;
  listTokens(): Promise<WireApiToken[]>;
  /** `word` is told this once. */
  addToken(token: { name: string; scope: Scope }): Promise<{ token: WireApiToken; word: string }>;
  removeToken(id: string): Promise<void>;
};

export function createAccessService(deps: {
  store: AccessStore;
  settings: Pick<Env, "host" | "password" | "proxySecret">;
  now: () => number;
  random: RandomBytes;
  newId: () => string;
  /** As `identify` has it. */
  onStolen: (sessionId: string) => void;
}): AccessService {
  const { store, settings, now, random, newId, onStolen } = deps;
  const { password, proxySecret } = settings;
  const isOpen = password === undefined && proxySecret === undefined && isLoopback(settings.host);
  let hash: Promise<string> | undefined;
  const tickets = isOpen ? undefined : createFileTickets({ secret: secretFor("file tickets", settings), now });
  let browserSecret: string | undefined;
  const browsers = createKnownBrowsers(() => {
    browserSecret ??= secretFor("known browsers", settings);
    return browserSecret;
  });
  const passwordHash = () => {
    hash ??= keepPassword(password?.reveal(), { store, random }).catch((error) => {
      hash = undefined;
      throw error;
    });
    return hash;
  };

  return {
    isOpen,
    ticketFor: tickets?.sign,

    admitToFile(assetId, { url }, visitor) {
      if (!visitor && !tickets?.isGood(assetId, new URL(url).searchParams)) throw new AppError("signInNeeded");
    },

    async identify(headers) {
      // Asked before every answer: nothing is read where nobody has to be known.
      if (isOpen) return { kind: "open" };
      const secret = proxySecret && { proxySecret: proxySecret.reveal() };
      const given = credentialsOf(headers);
      // Sessions of an earlier password end before one of them is looked at.
      if (given.session !== undefined) await passwordHash();
      return identify(given, { store, now, onStolen, ...secret });
    },

    signIn: (given, headers) =>
      signIn(
        {
          password: given,
          caller: callerOf(headers),
          agent: headers.get("user-agent") ?? "",
          before: credentialsOf(headers).session,
          browser: browserWordOf(headers),
        },
        { store, passwordHash, browsers, now, random, newId },
      ),

    async exchange(headers) {
      const { session } = credentialsOf(headers);
      return session === undefined ? undefined : exchangeWord(session, { store, now, random });
    },

    async signOut(visitor) {
      if (visitor.kind === "session") await store.endSession(visitor.id);
    },

    async listSessions(visitor) {
      const own = visitor.kind === "session" ? visitor.id : undefined;
      return (await store.listSessions()).map(({ id, agent, createdAtMs, lastUsedAtMs }) => ({
        id,
        agent,
        isThis: id === own,
        createdAt: iso(createdAtMs),
        lastUsedAt: iso(lastUsedAtMs),
      }));
    },

    async endSession(id) {
      if (!(await store.endSession(id))) throw new AppError("notFound");
    },

    listTokens: async () => (await store.listTokens()).map(tokenToWire),

    async addToken({ name, scope }) {
      if ((await store.listTokens()).length >= MAX_TOKENS) {
        throw new AppError("conflict", { reason: "tokensFull", max: MAX_TOKENS });
      }
      const word = `dly_${newToken(random)}`;
      const token = { id: newId(), name, scope, tokenHash: hashToken(word), createdAtMs: now() };
      await store.addToken(token);
      return { token: tokenToWire(token), word };
    },

    async removeToken(id) {
      if (!(await store.removeToken(id))) throw new AppError("notFound");
    },
  };
}

/** As lasting as what opens the studio: what is signed survives a restart, and ends when it changes. */
function secretFor(purpose: string, { password, proxySecret }: Pick<Env, "password" | "proxySecret">): string {
  return keyFrom((password ?? proxySecret)?.reveal() ?? "", purpose);
}

function tokenToWire(token: { id: string; name: string; scope: Scope; createdAtMs: number; lastUsedAtMs?: number }) {
  const { id, name, scope, createdAtMs, lastUsedAtMs } = token;
  return {
    id,
    name,
    scope,
    createdAt: iso(createdAtMs),
    lastUsedAt: lastUsedAtMs === undefined ? null : iso(lastUsedAtMs),
  };
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
