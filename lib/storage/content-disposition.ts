import { extensionOf, isMediaType } from "@/lib/media/media-types";
import type { Asset } from "./asset";

/** `Content-Disposition` with the name in both forms of RFC 6266: plain ASCII, and UTF-8 in percent signs. */
export function contentDisposition(asset: Asset, { download }: { download: boolean }): string {
  const name = fileNameOf(asset);
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return `${download ? "attachment" : "inline"}; filename="${ascii}"; filename*=UTF-8''${encodeExtended(name)}`;
}

/** The user's name for the file with the extension of what it really is. */
function fileNameOf({ id, name, mediaType }: Asset): string {
  const stem = (name ?? id).replace(/\.[A-Za-z0-9]{1,5}$/, "") || id;
  return isMediaType(mediaType) ? `${stem}.${extensionOf(mediaType)}` : stem;
}

/** `encodeURIComponent` leaves four characters that RFC 8187 does not allow, and throws for half a surrogate pair. */
function encodeExtended(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
