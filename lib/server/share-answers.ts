import { ANSWER_POLICY, textPolicy } from "@/lib/access/policies";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { withRequestId } from "./request-id";

/** On everything that is public: found by no search engine, told to no other site, put into no frame, kept by no cache. */
const HEADERS: Record<string, string> = {
  "x-robots-tag": "noindex, nofollow, noarchive",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
/** Kept copies are asked about each time, so that an ended link ends them too. */
const ASKED_EACH_TIME = "private, no-cache";

export function publicHeaders(): Headers {
  return new Headers({ ...HEADERS, "content-security-policy": ANSWER_POLICY });
}

/** An answer as the public gets it: its own headers, and those of everything public. */
export function asPublic(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  headers.set("content-security-policy", ANSWER_POLICY);
  headers.set("cache-control", ASKED_EACH_TIME);
  return new Response(response.body, { status: response.status, headers });
}

/**
 * The one answer for a link that never was, is revoked or has expired, at each of its addresses: a page without scripts, so that
 * nothing tells these cases apart.
 */
export function shareRefusal(locale: Locale = DEFAULT_LOCALE): Response {
  const t = translatorFor(locale);
  const headers = publicHeaders();
  headers.set("content-security-policy", textPolicy(STYLE));
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("cache-control", "private, no-store");
  headers.set("vary", "accept-language, cookie");
  const [title, text] = [t("shares.goneTitle"), t("shares.goneText")];
  return withRequestId(new Response(refusalPage({ locale, title, text }), { status: 404, headers }));
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.6 system-ui, sans-serif; }
body { display: grid; min-height: 100dvh; margin: 0; place-content: center; padding: 24px; text-align: center; }
:lang(ko) { word-break: keep-all; }
h1 { margin: 0 0 8px; font-size: 20px; text-wrap: balance; }
p { margin: 0; }
`;

function refusalPage({ locale, title, text }: { locale: Locale; title: string; text: string }): string {
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}
