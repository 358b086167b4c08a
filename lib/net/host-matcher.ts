/**
 * Matches host names against exact names and `*.name` patterns, which stand for every name below it but not for itself. Case and
 * one trailing dot do not count.
 */
export function createHostMatcher(patterns: readonly string[]): (host: string) => boolean {
  const exact = new Set<string>();
  const suffixes: string[] = [];
  for (const pattern of patterns.map(normalised)) {
    if (pattern.startsWith("*.")) suffixes.push(pattern.slice(1));
    else exact.add(pattern);
  }
  return (host) => {
    const name = normalised(host);
    return exact.has(name) || suffixes.some((suffix) => name.length > suffix.length && name.endsWith(suffix));
  };
}

function normalised(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}
