import type { MediaKind } from "@/lib/schema/field";
import type { Asset } from "./asset";
import { isPictureType } from "./encode-picture";
import { fitPicture } from "./fit-picture";
import type { FileStore } from "./ports";

/** Bytes of one file before it is encoded, and of the whole request after. */
export type DeliveryCaps = Record<MediaKind | "request", number>;

const MIB = 1024 * 1024;

/** Seen in the service's own clients, undocumented. */
export const SERVICE_CAPS: DeliveryCaps = { image: 6 * MIB, video: 32 * MIB, audio: 16 * MIB, request: 64 * MIB };

type Options = { files: FileStore; caps: DeliveryCaps; otherBytes: number };
type DataUris = { ok: true; addresses: Map<string, string> } | { ok: false; assetId: string; message: string };

/**
 * Data URIs by asset id. `assets` lists an asset once for each place that names it, because each place repeats its bytes;
 * `otherBytes` is the request without them.
 */
export async function toDataUris(assets: readonly Asset[], { files, caps, otherBytes }: Options): Promise<DataUris> {
  const tooLarge = assets.find((asset) => asset.kind !== "image" && asset.bytes > caps[asset.kind]);
  if (tooLarge !== undefined) return refusal(tooLarge, caps[tooLarge.kind]);
  const pictureBytes = roomForEachPicture(assets, caps, otherBytes);
  const addresses = new Map<string, string>();
  for (const asset of new Set(assets)) {
    const content = await contentOf(asset, files, pictureBytes).catch(unreadable);
    if (content === "unreadable") return { ok: false, assetId: asset.id, message: `the ${asset.kind} cannot be read` };
    if (content === undefined) return refusal(asset, Math.max(0, pictureBytes));
    addresses.set(asset.id, `data:${content.mediaType};base64,${Buffer.from(content.bytes).toString("base64")}`);
  }
  const total = assets.reduce((sum, { id }) => sum + (addresses.get(id)?.length ?? 0), otherBytes);
  const largest = [...assets].sort((one, other) => other.bytes - one.bytes)[0];
  if (total <= caps.request || largest === undefined) return { ok: true, addresses };
  const message = `the files together are ${megabytes(total)} as they are sent; without PUBLIC_URL at most ${megabytes(caps.request)} can be`;
  return { ok: false, assetId: largest.id, message };
}

/** Nine pictures at their own cap would exceed the request's: what the other files leave is shared among them. */
function roomForEachPicture(assets: readonly Asset[], caps: DeliveryCaps, otherBytes: number): number {
  const pictures = assets.filter(({ kind }) => kind === "image").length;
  const others = assets
    .filter(({ kind }) => kind !== "image")
    .reduce((sum, { bytes }) => sum + encodedLength(bytes), 0);
  const share = (caps.request - otherBytes - others) / Math.max(1, pictures) - HEADER_BYTES;
  return Math.min(caps.image, Math.floor((share * 3) / 4) - 2);
}

/** `data:video/quicktime;base64,` and some more. */
const HEADER_BYTES = 64;

function encodedLength(bytes: number): number {
  return Math.ceil(bytes / 3) * 4 + HEADER_BYTES;
}

type Content = { bytes: Uint8Array; mediaType: string };

async function contentOf(asset: Asset, files: FileStore, pictureBytes: number): Promise<Content | undefined> {
  const bytes = await files.readAll(asset.fileKey);
  if (asset.kind !== "image" || bytes.length <= pictureBytes) return { bytes, mediaType: asset.mediaType };
  return isPictureType(asset.mediaType) && pictureBytes > 0 ? fitPicture(bytes, pictureBytes) : undefined;
}

/** A file that is gone or damaged will be so the next time; any other failure may pass. */
function unreadable(error: unknown): "unreadable" {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "notFound" || code === "unreadableFile") return "unreadable";
  throw error;
}

function refusal({ id, bytes, kind }: Asset, maxBytes: number): DataUris {
  const message = `the ${kind} is ${megabytes(bytes)}; without PUBLIC_URL at most ${megabytes(maxBytes)} can be sent`;
  return { ok: false, assetId: id, message };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
