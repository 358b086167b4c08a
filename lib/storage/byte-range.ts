/** What to send of a file of a known size. */
export type ByteRange =
  | { kind: "whole" }
  | { kind: "part"; start: number; endInclusive: number }
  | { kind: "unsatisfiable" };

const SINGLE = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i;

/**
 * Reads a `Range` header as RFC 9110 section 14 has it. A header that is not understood is ignored, and so is one that asks for
 * several ranges at once: a server may answer those with the whole, and no player asks for them.
 */
export function parseByteRange(header: string | null, size: number): ByteRange {
  const match = header === null ? null : SINGLE.exec(header);
  const [, first = "", last = ""] = match ?? [];
  if (first === "" && last === "") return { kind: "whole" };
  if (first === "") return suffix(Number(last), size);
  const start = Number(first);
  const end = last === "" ? Number.POSITIVE_INFINITY : Number(last);
  if (end < start) return { kind: "whole" };
  if (start >= size) return { kind: "unsatisfiable" };
  return { kind: "part", start, endInclusive: Math.min(end, size - 1) };
}

function suffix(length: number, size: number): ByteRange {
  if (length === 0 || size === 0) return { kind: "unsatisfiable" };
  return { kind: "part", start: Math.max(0, size - length), endInclusive: size - 1 };
}
