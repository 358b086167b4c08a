import type { NewWord } from "@/lib/access/exchange-word";
import type { Credentials } from "@/lib/access/identify";
import { cookieValue } from "@/lib/i18n/resolve";

/** Browsers take a name that begins so over an encrypted way alone, and let no other host set it. */
const SECURE_COOKIE = "__Host-dailies_session";
const PLAIN_COOKIE = "dailies_session";
/** Outlasts sessions, so that the next sign-in is known. */
const SECURE_BROWSER_COOKIE = "__Host-dailies_browser";
const PLAIN_BROWSER_COOKIE = "dailies_browser";
const BROWSER_S = 400 * 24 * 60 * 60;
/** What a reverse proxy that signs people in itself has to send, with PROXY_SECRET in it. */
const PROXY_HEADER = "x-studio-proxy";

export function credentialsOf(headers: Headers): Credentials {
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  return {
    session: cookieValue(headers, SECURE_COOKIE) ?? cookieValue(headers, PLAIN_COOKIE),
    bearer,
    proxy: headers.get(PROXY_HEADER) ?? undefined,
  };
}

/** Lax, so that a link from elsewhere opens the studio; what changes something must come from the studio anyway. */
export function sessionCookie({ word, forMs }: NewWord, { secure }: { secure: boolean }): string {
  return cookie(secure ? SECURE_COOKIE : PLAIN_COOKIE, word, Math.floor(forMs / 1000), secure);
}

/** In the place of the one that came: of two, the one for encrypted visits counts. */
export function nextSessionCookie(next: NewWord, headers: Headers): string {
  return sessionCookie(next, { secure: cookieValue(headers, SECURE_COOKIE) !== undefined });
}

export function endedSessionCookie({ secure }: { secure: boolean }): string {
  return cookie(secure ? SECURE_COOKIE : PLAIN_COOKIE, "", 0, secure);
}

/** For the sign-in alone. */
export function browserCookie(word: string, { secure }: { secure: boolean }): string {
  return cookie(secure ? SECURE_BROWSER_COOKIE : PLAIN_BROWSER_COOKIE, word, BROWSER_S, secure);
}

export function browserWordOf(headers: Headers): string | undefined {
  return cookieValue(headers, SECURE_BROWSER_COOKIE) ?? cookieValue(headers, PLAIN_BROWSER_COOKIE);
}

function cookie(name: string, value: string, maxAgeS: number, secure: boolean): string {
  const attributes = ["Path=/", `Max-Age=${maxAgeS}`, "HttpOnly", "SameSite=Lax", ...(secure ? ["Secure"] : [])];
  return [`${name}=${value}`, ...attributes].join("; ");
}
