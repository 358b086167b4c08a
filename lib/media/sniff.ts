import { sniffIsoMedia } from "./sniff-iso-media";
import { sniffText } from "./sniff-text";

/** How much of a file's start `sniff` looks at. */
export const SNIFF_BYTES = 4096;

type Signature = { mediaType: string; matches(bytes: Uint8Array): boolean };

const riff = (form: string) => (bytes: Uint8Array) => isAt(bytes, 0, "RIFF") && isAt(bytes, 8, form);
const starts = (text: string) => (bytes: Uint8Array) => isAt(bytes, 0, text);

/** The first that matches wins; those with the longest signatures come first. */
const SIGNATURES: readonly Signature[] = [
  { mediaType: "image/png", matches: starts("\x89PNG\r\n\x1a\n") },
  { mediaType: "image/jpeg", matches: starts("\xff\xd8\xff") },
  { mediaType: "image/webp", matches: riff("WEBP") },
  { mediaType: "audio/wav", matches: riff("WAVE") },
  { mediaType: "video/x-msvideo", matches: riff("AVI ") },
  { mediaType: "image/gif", matches: (bytes) => isAt(bytes, 0, "GIF87a") || isAt(bytes, 0, "GIF89a") },
  { mediaType: "video/webm", matches: (bytes) => isEbml(bytes) && docTypeOf(bytes) === "webm" },
  { mediaType: "video/x-matroska", matches: isEbml },
  { mediaType: "audio/flac", matches: starts("fLaC") },
  { mediaType: "audio/ogg", matches: starts("OggS") },
  { mediaType: "image/tiff", matches: (bytes) => isAt(bytes, 0, "II*\0") || isAt(bytes, 0, "MM\0*") },
  { mediaType: "image/vnd.adobe.photoshop", matches: starts("8BPS") },
  { mediaType: "image/x-icon", matches: starts("\0\0\x01\0") },
  { mediaType: "application/pdf", matches: starts("%PDF-") },
  { mediaType: "application/zip", matches: starts("PK\x03\x04") },
  { mediaType: "application/gzip", matches: starts("\x1f\x8b") },
  { mediaType: "audio/mpeg", matches: starts("ID3") },
  { mediaType: "audio/mpeg", matches: (bytes) => isMpegFrame(bytes, LAYER_III) },
  { mediaType: "audio/aac", matches: (bytes) => isMpegFrame(bytes, LAYER_OF_AAC) },
  { mediaType: "image/bmp", matches: (bytes) => isAt(bytes, 0, "BM") && isAt(bytes, 6, "\0\0\0\0") },
];

/**
 * The MIME type of a file by its first bytes, whatever its name or its sender say: one of `MediaType` or the name of something
 * that the studio does not store (`text/html`, `application/pdf`, …), `application/octet-stream` where nothing is recognised.
 * It says what the file claims to be; only decoding says whether it is whole.
 */
export function sniff(head: Uint8Array): string {
  const isoMedia = sniffIsoMedia(head);
  if (isoMedia !== undefined) return isoMedia;
  const signature = SIGNATURES.find(({ matches }) => matches(head));
  return signature?.mediaType ?? sniffText(head) ?? "application/octet-stream";
}

function isAt(bytes: Uint8Array, offset: number, latin1: string): boolean {
  if (bytes.length < offset + latin1.length) return false;
  return [...latin1].every((character, index) => bytes[offset + index] === character.charCodeAt(0));
}

function isEbml(bytes: Uint8Array): boolean {
  return isAt(bytes, 0, "\x1a\x45\xdf\xa3");
}

/** The DocType element (id 42 82, one byte of length) stands in the EBML header. */
function docTypeOf(bytes: Uint8Array): string | undefined {
  const header = String.fromCharCode(...bytes.subarray(0, 80));
  const at = header.indexOf("\x42\x82");
  const length = header.charCodeAt(at + 2) & 0x7f;
  return at < 0 ? undefined : header.slice(at + 3, at + 3 + length).replace(/\0+$/, "");
}

const LAYER_III = 0b01;
const LAYER_OF_AAC = 0b00;

/** An MPEG audio frame: eleven bits of sync, then a layer; the values that are reserved rule out most other data. */
function isMpegFrame(bytes: Uint8Array, layer: number): boolean {
  const [sync = 0, second = 0, third = 0] = bytes;
  if (sync !== 0xff || (second & 0xe0) !== 0xe0 || ((second >> 1) & 0b11) !== layer) return false;
  if (layer === LAYER_OF_AAC) return (second & 0xf6) === 0xf0;
  return ((second >> 3) & 0b11) !== 0b01 && third >> 4 !== 0xf && third >> 4 !== 0 && ((third >> 2) & 0b11) !== 0b11;
}
