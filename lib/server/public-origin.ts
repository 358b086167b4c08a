const HOST = /^([\w.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** Where a visitor reaches this studio: as it is set, else as the request says. Without a slash at its end. */
export function publicOrigin(headers: Headers, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl;
  const host = headers.get("host") ?? "";
  return `${isForwardedEncrypted(headers) ? "https" : "http"}://${HOST.test(host) ? host : "localhost"}`;
}

/**
 * Whether the visitor came encrypted: by `origin` itself, or as the proxy says. A cookie for encrypted visits is lost on any other way
 * in, such as by a number in the house where PUBLIC_URL is an address on the internet.
 */
export function isEncrypted(headers: Headers, origin: string): boolean {
  const { protocol, host } = new URL(origin);
  return isForwardedEncrypted(headers) || (protocol === "https:" && host === headers.get("host"));
}

function isForwardedEncrypted(headers: Headers): boolean {
  return headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
}
