const TAGS: readonly { mediaType: string; opening: RegExp }[] = [
  {
    mediaType: "text/html",
    opening: /^<(!doctype\s+html|html|head|body|script|style|title|meta|iframe|h1|p|div|a|br)\b/i,
  },
  { mediaType: "image/svg+xml", opening: /^(?:<\?xml|<!--|<!doctype\s+svg|<svg)[\s\S]*?<svg\b|^<svg\b/i },
  { mediaType: "text/html", opening: /^<(?:\?xml|!--)[\s\S]*?<html\b/i },
  { mediaType: "application/xml", opening: /^<\?xml\b/i },
  { mediaType: "application/json", opening: /^[{[]/ },
];

/** The kind of text that a file begins with, `undefined` where its first bytes are not text. */
export function sniffText(bytes: Uint8Array): string | undefined {
  const start = decoded(bytes)?.trimStart();
  if (start === undefined || start === "") return undefined;
  return TAGS.find(({ opening }) => opening.test(start))?.mediaType ?? "text/plain";
}

/** Streaming, so that a character that the end cuts in two does not make it look binary. */
function decoded(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells data from text
    return /[\0-\x08\x0e-\x1a]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
