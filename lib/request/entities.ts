const NAMED: Record<string, string> = { quot: '"', apos: "'", amp: "&", lt: "<", gt: ">", nbsp: " " };

/** The characters that a page's source writes as entities; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The source of a web page writes its quotes as entities; in any other text an entity is what somebody typed. */
export function isEncodedPage(text: string): boolean {
  const first = /\{(?:[\s^]|\\[nrt])*(?:(?:\\[\s^]*)?["'“”„‘’]|(&quot;|&#34;|&#x22;|&#39;|&apos;))/i.exec(text);
  return first?.[1] !== undefined;
}
