import type { MediaKind } from "@/lib/schema/field";
import { isMediaType, kindOf, type MediaType, UPLOADABLE_TYPES } from "./media-types";

/** What people call a type, the same in every language. */
const NAMES: Record<string, string> = {
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/webp": "WebP",
  "image/gif": "GIF",
  "image/avif": "AVIF",
  "image/heic": "HEIC",
  "image/bmp": "BMP",
  "image/tiff": "TIFF",
  "image/svg+xml": "SVG",
  "image/x-icon": "ICO",
  "image/vnd.adobe.photoshop": "Photoshop",
  "video/mp4": "MP4",
  "video/webm": "WebM",
  "video/quicktime": "QuickTime (MOV)",
  "video/x-matroska": "Matroska (MKV)",
  "video/x-msvideo": "AVI",
  "audio/mpeg": "MP3",
  "audio/wav": "WAV",
  "audio/mp4": "M4A",
  "audio/aac": "AAC",
  "audio/flac": "FLAC",
  "audio/ogg": "Ogg",
  "application/pdf": "PDF",
  "application/zip": "ZIP",
  "text/html": "HTML",
};

export function typeName(type: string): string {
  return NAMES[type] ?? type;
}

/** Pictures of these types become one that is accepted without loss of what matters, by the page itself. */
export const CONVERTIBLE_TYPES: readonly string[] = ["image/jpeg", "image/png", "image/webp", "image/bmp"];

export type TypeRefusal = {
  /** MIME types, for programs. */
  found: string;
  accepted: string;
  /** The same for people. */
  name: string;
  names: string;
  /** What to do about it: the key of a sentence, in which `target` is the type to save the file as. */
  advice: "heic" | "svg" | "gif" | "save" | "unknown" | "none";
  target: string;
};

/** What is said of a file whose type is not among the accepted ones. */
export function typeRefusal(found: string, accepted: readonly string[]): TypeRefusal {
  const target = accepted.find((type) => kindOfType(type) === kindOfType(found));
  return {
    found,
    accepted: accepted.join(", "),
    name: typeName(found),
    names: accepted.map(typeName).join(", "),
    advice: adviceFor(found, target !== undefined),
    target: typeName(target ?? ""),
  };
}

function adviceFor(found: string, canBeSaved: boolean): TypeRefusal["advice"] {
  if (found === "application/octet-stream") return "unknown";
  if (!canBeSaved || CONVERTIBLE_TYPES.includes(found)) return "none";
  if (found === "image/heic") return "heic";
  if (found === "image/svg+xml") return "svg";
  return found === "image/gif" ? "gif" : "save";
}

/** Every type of a kind that the studio takes. */
export function uploadableOf(kind: MediaKind): MediaType[] {
  return UPLOADABLE_TYPES.filter((type) => kindOf(type) === kind);
}

function kindOfType(type: string): string | undefined {
  return isMediaType(type) ? kindOf(type) : type.split("/")[0];
}
