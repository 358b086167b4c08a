import { isIP } from "node:net";

export type HostSettings = {
  /** Where the studio listens: a name or an IP address. */
  host: string;
  /** An origin. */
  publicUrl?: string;
  /** Host names, without a port. */
  allowedHosts: readonly string[];
};

/**
 * Tells whether a request's `Host` header names this studio. A name that somebody else owns may come to mean this machine at any
 * moment (DNS rebinding), and its pages would then count as the studio's own; a number cannot, and a request without the header
 * comes from no browser.
 */
export function createHostRule({ host, publicUrl, allowedHosts }: HostSettings): (header: string | null) => boolean {
  const names = [host, ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname]), ...allowedHosts];
  const known = new Set(["localhost", ...names].map(plainName));
  return (header) => {
    if (header === null) return true;
    const name = nameOf(header);
    return name !== undefined && (isIP(name) !== 0 || known.has(name));
  };
}

/** The host of `name:port` or `[address]:port`; undefined where the header is neither. */
function nameOf(header: string): string | undefined {
  const [, inBrackets, bare = inBrackets] = /^(?:\[([0-9a-f:.]+)\]|([^\s:@/\\?#]+))(?::\d{1,5})?$/i.exec(header) ?? [];
  return bare === undefined ? undefined : plainName(bare);
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}
