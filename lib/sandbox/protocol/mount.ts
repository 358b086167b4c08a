/** Where a request reached the sandbox. */
export type Mount = {
  /** What answers' addresses begin with: origin and prefix, without a slash at the end. */
  base: string;
  /** The rest of the path, as it came: percent-encoded, beginning with a slash. */
  path: string;
};

const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const MAX_HOST_CHARS = 255;

/**
 * Splits a request's address at the sandbox's prefix, which may also have been taken off already. The origin is the one that the
 * caller used: behind a server that rewrites the request's address it stands in the Host header, the scheme in
 * X-Forwarded-Proto. Both come from the caller and are used only where they look right, in answers to the same caller.
 */
export function mountOf(request: Request, basePath: string): Mount {
  const url = new URL(request.url);
  const isMounted = url.pathname === basePath || url.pathname.startsWith(`${basePath}/`);
  const prefix = isMounted ? basePath : "";
  return { base: `${originOf(request, url)}${prefix}`, path: url.pathname.slice(prefix.length) || "/" };
}

function originOf(request: Request, url: URL): string {
  const claimedHost = request.headers.get("host") ?? "";
  const host = claimedHost.length <= MAX_HOST_CHARS && HOST.test(claimedHost) ? claimedHost : url.host;
  const claimedScheme = request.headers.get("x-forwarded-proto") ?? "";
  const scheme = /^https?$/.test(claimedScheme) ? `${claimedScheme}:` : url.protocol;
  return `${scheme}//${host}`;
}
