/** The bytes of a data URI, or why there are none. `maxBytes` bounds what is decoded. */
export function readDataUri(uri: string, maxBytes: number): Uint8Array | "too large" | "unreadable data" {
  const comma = uri.indexOf(",");
  if (comma < 0) return "unreadable data";
  const isBase64 = /;\s*base64$/i.test(uri.slice(0, comma));
  const encodedChars = uri.length - comma - 1;
  // Three encoded characters at the least hold one byte, so that a huge text is refused before it is copied.
  if (encodedChars > maxBytes * 3 + 3) return "too large";
  const payload = uri.slice(comma + 1);
  const bytes = isBase64 ? Buffer.from(payload, "base64") : percentDecoded(payload);
  if (bytes === undefined || bytes.length === 0) return "unreadable data";
  return bytes.length > maxBytes ? "too large" : bytes;
}

function percentDecoded(text: string): Uint8Array | undefined {
  try {
    return Buffer.from(decodeURIComponent(text), "utf8");
  } catch {
    return undefined;
  }
}
