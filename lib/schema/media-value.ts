import type { JsonValue } from "@/lib/json";
import { assetIdOf } from "@/lib/storage/asset";

/** What one media string of an input is. */
export type MediaValue =
  | { kind: "asset"; assetId: string }
  | { kind: "address" }
  | { kind: "data"; mediaType: string; bytes: number }
  /** The page's own example, good as it is: an address, or a bare file name on the service's side. */
  | { kind: "sample" };

const ASSET_ID = /^[A-Za-z0-9_-]{1,128}$/;
const DATA_HEAD = /^data:([a-z]+\/[a-z0-9.+-]+)(?:;[^;,]+)*,/i;

/** Reads a media string; `undefined` where it is none of the things that can be delivered to the service. */
export function readMediaValue(value: string, sample?: JsonValue): MediaValue | undefined {
  const assetId = assetIdOf(value);
  if (assetId !== undefined) return ASSET_ID.test(assetId) ? { kind: "asset", assetId } : undefined;
  if (isSample(value, sample)) return { kind: "sample" };
  if (/^data:/i.test(value)) return readDataUri(value);
  return isWebAddress(value) ? { kind: "address" } : undefined;
}

function isSample(value: string, sample: JsonValue | undefined): boolean {
  return value !== "" && (Array.isArray(sample) ? sample.includes(value) : sample === value);
}

function readDataUri(value: string): MediaValue | undefined {
  const [head, mediaType] = DATA_HEAD.exec(value.slice(0, 256)) ?? [];
  if (head === undefined || mediaType === undefined || value.length === head.length) return undefined;
  const length = value.length - head.length;
  const isBase64 = /;base64,$/i.test(head);
  const padding = isBase64 ? (/={0,2}$/.exec(value.slice(-2))?.[0].length ?? 0) : 0;
  const bytes = isBase64 ? Math.floor((length * 3) / 4) - padding : length;
  return { kind: "data", mediaType: mediaType.toLowerCase(), bytes };
}

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^\s]+$/i.test(value)) return false;
  return URL.canParse(value);
}
