import { createHash } from "node:crypto";

type Policy = Record<string, readonly string[]>;

/** Nothing may be loaded, run, sent or framed, unless a policy names it. */
const NOTHING: Policy = {
  "default-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
};
/** What a page shows and asks for, all of it from here. */
const OWN_FILES: Policy = {
  "img-src": ["'self'", "blob:", "data:"],
  "media-src": ["'self'", "blob:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  // A download of many takes is a form into a frame that nobody sees.
  "frame-src": ["'self'"],
  "object-src": ["'none'"],
  "form-action": ["'self'"],
};

/**
 * What a page may do. Of scripts and styles in its markup only those run that carry the nonce, which no one else can know; a script
 * that runs may load the others of the build. `isDev`: React evaluates code, and Next's own overlay brings styles.
 */
export function pagePolicy(nonce: string, { isDev = false } = {}): string {
  const own = `'nonce-${nonce}'`;
  return written({
    ...NOTHING,
    "script-src": [own, "'strict-dynamic'", ...(isDev ? ["'unsafe-eval'"] : [])],
    ...(isDev
      ? { "style-src-elem": ["'self'", "'unsafe-inline'"], "style-src-attr": ["'none'"] }
      : { "style-src": ["'self'", own] }),
    ...OWN_FILES,
  });
}

/** For a page that nothing has given a nonce: it can be read, and runs nothing. */
export const STILL_PAGE_POLICY = written({ ...NOTHING, "style-src": ["'self'"], ...OWN_FILES });

/** For all that is no page. A file that is opened by itself is put where it has no origin; the browser's own player may load it. */
export const ANSWER_POLICY = written({ ...NOTHING, "media-src": ["'self'"], sandbox: [] });

/** For a page of text with one style of its own. */
export function textPolicy(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return written({ ...NOTHING, "style-src": [`'sha256-${hash}'`] });
}

/** The nonce that a request's policy names. */
export function nonceOf(headers: Pick<Headers, "get">): string | undefined {
  return /'nonce-([\w+/=-]+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
}

function written(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(" "))
    .join("; ");
}
