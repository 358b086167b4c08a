/**
 * Whether a request that changes something comes from the studio's own pages, or from no page at all. Another port of the same
 * machine is another site: whatever listens there is not the studio.
 *
 * `publicUrl`: the origin that a reverse proxy serves the studio under, where there is one.
 */
export function isFromOwnSite(headers: Headers, publicUrl?: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (origin === null) return true;
  if (origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get("host")?.toLowerCase();
}
