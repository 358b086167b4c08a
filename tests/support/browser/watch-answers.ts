import type { Response } from "@playwright/test";
import { holds, secretsAt } from "../confined";

const TEXT = /^(text\/|application\/(json|problem\+json|javascript))/;
/** Of a session, of a known browser, of a link with a password. */
const WORD = /^(?:__Host-|__Secure-)?dailies_\w+=([\w.-]{20,})/;

/** An answer that holds a secret of the studio's settings, by its address. Words that it gives out are noted, to be looked for later. */
export async function leakIn(response: Response): Promise<string[]> {
  const url = response.url();
  const secrets = secretsAt(url);
  const isPost = response.request().method() === "POST";
  if (!secrets || !(isPost || secrets.settings.length > 0) || url.includes("/_next/static/")) return [];
  const headers = await response.headersArray();
  for (const { name, value } of headers) {
    const word = name.toLowerCase() === "set-cookie" ? WORD.exec(value)?.[1] : undefined;
    if (word) secrets.words.add(word);
  }
  const type = headers.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
  // Redirects have no body, and that of a page that was left is gone.
  const body = TEXT.test(type) ? await response.text().catch(() => "") : "";
  if (isPost) for (const word of givenOut(body)) secrets.words.add(word);
  return holds(url + JSON.stringify(headers) + body, secrets.settings) ? [url] : [];
}

/** The word of a token, and the token of a link, as they are told once. */
function givenOut(body: string): string[] {
  return Array.from(body.matchAll(/"word":"([^"]{10,})"|\/s\/([\w-]{43})/g), ([, word, token]) => word ?? token ?? "");
}
