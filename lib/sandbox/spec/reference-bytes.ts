import { assetIdOf } from "@/lib/storage/asset";
import { readDataUri } from "./data-uri";
import type { ReferenceSources } from "./reference-sources";

/** Above every picture that the service's pages allow; films, of which it takes more, are not looked at here. */
const MAX_ADDRESS_BYTES = 20_000_000;
const MAX_DATA_BYTES = 10_000_000;
/** A render waits for it, and a dead address is only one card in an animatic. */
const FETCH_MS = 5_000;
const SAMPLE_ASSET = "sample-";

export type Found = { bytes: Uint8Array } | { reason: string };
export type Lookup = {
  /** The model's sample files on the service's side, each with the shipped picture that stands in for it. */
  samples: Readonly<Record<string, string>>;
  sources: ReferenceSources;
  signal: AbortSignal;
};

/** The bytes behind one media value, or a short English phrase that says why there are none. Never throws. */
export async function findReference(value: string, lookup: Lookup): Promise<Found> {
  try {
    return await find(value, lookup);
  } catch {
    return { reason: "could not be read" };
  }
}

async function find(value: string, lookup: Lookup): Promise<Found> {
  const { samples, sources, signal } = lookup;
  const sample = Object.hasOwn(samples, value) ? samples[value] : undefined;
  if (sample !== undefined) return there(await sources.readSample(sample));
  const assetId = assetIdOf(value);
  if (assetId !== undefined) return there(await readAsset(assetId, sources));
  if (/^data:/i.test(value)) return decoded(value);
  if (!/^https?:/i.test(value)) return { reason: "not found" };
  const limits = { maxBytes: MAX_ADDRESS_BYTES, timeoutMs: FETCH_MS, signal };
  return sources.fetchReference(value, limits).then(
    (bytes) => ({ bytes }),
    () => ({ reason: "could not be fetched" }),
  );
}

/** A shipped sample is there even where the studio's own store has not taken it in. */
async function readAsset(id: string, sources: ReferenceSources): Promise<Uint8Array | undefined> {
  const bytes = await sources.readAsset(id);
  if (bytes || !id.startsWith(SAMPLE_ASSET)) return bytes;
  return sources.readSample(id.slice(SAMPLE_ASSET.length));
}

function decoded(uri: string): Found {
  const bytes = readDataUri(uri, MAX_DATA_BYTES);
  return typeof bytes === "string" ? { reason: bytes } : { bytes };
}

function there(bytes: Uint8Array | undefined): Found {
  return bytes ? { bytes } : { reason: "not found" };
}
