/** Most file systems take 255 bytes; what makes a name unique, and its extension, come behind. */
const MAX_BYTES = 160;
/** What Windows takes in no name, and what is not seen or turns a text around; joiners are part of scripts and of emoji. */
const UNSAFE = /[<>:"/\\|?*]|(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Devices, on Windows, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

const characters = new Intl.Segmenter();

/** A name in any script as every file system takes it, without its extension; `instead` where nothing is left. */
export function safeName(name: string, instead: string): string {
  // Half a pair of surrogates is no text.
  const clean = Buffer.from(name).toString().normalize("NFC").replace(UNSAFE, "_");
  const stem = trimmed(shortened(trimmed(clean.replace(/\.[A-Za-z0-9]{1,5}$/, ""))));
  if (/^_*$/.test(stem)) return instead;
  return DEVICE.test(stem) ? `_${stem}` : stem;
}

/** Neither end may be a space or a dot: Windows drops them, and others hide what begins with one. */
function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, "");
}

/** No character is cut in two. */
function shortened(name: string): string {
  let short = "";
  let bytes = 0;
  for (const { segment } of characters.segment(name)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > MAX_BYTES) break;
    short += segment;
  }
  return short;
}
