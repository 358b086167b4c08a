import { inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
/** Length, type and sum. */
const FRAME_BYTES = 12;
const TEXTS = new Set(["tEXt", "zTXt", "iTXt"]);
/** Far above the profile of any screen. */
const MAX_PROFILE_BYTES = 1_000_000;

/**
 * A PNG without what unpacks to more than a thousand times its size and is never shown: texts, and a colour profile that is none. A
 * decoder holds these several times over. Whatever is no PNG comes back as it is, and what cannot be walked is left for the decoder to
 * refuse.
 */
export function leanPng(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return bytes;
  const kept: Buffer[] = [];
  let from = 0;
  let hasProfile = false;
  for (let at = SIGNATURE.length; at + FRAME_BYTES <= file.length; ) {
    const end = at + FRAME_BYTES + file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const isProfile = type === "iCCP";
    if (TEXTS.has(type) || (isProfile && (hasProfile || !isSmallProfile(file.subarray(at + 8, end - 4))))) {
      if (at > from) kept.push(file.subarray(from, at));
      from = end;
    }
    hasProfile ||= isProfile;
    at = end;
  }
  return from === 0 ? bytes : Buffer.concat([...kept, file.subarray(from)]);
}

/** A name that ends in zero, a byte for the one way of packing, and the packed profile. */
function isSmallProfile(data: Buffer): boolean {
  try {
    inflateSync(data.subarray(data.indexOf(0) + 2), { maxOutputLength: MAX_PROFILE_BYTES });
    return true;
  } catch {
    return false;
  }
}
