import type { JsonObject } from "@/lib/json";
import type { Asset } from "./asset";
import { type AssetReference, assetReferences, replaceAssets } from "./asset-references";
import { type DeliveryCaps, SERVICE_CAPS, toDataUris } from "./data-uri";
import type { AssetStore, FileStore } from "./ports";

/** `message` is English, for the person who runs the studio. */
export type Delivered = { ok: true; input: JsonObject } | { ok: false; field: string; message: string };

type DeliveryDeps = {
  files: FileStore;
  assets: AssetStore;
  /** Under which the service can reach this studio; without it files travel inside the request. */
  publicUrl?: string | undefined;
  /** What lets somebody who cannot sign in fetch a file, as parameters of its address. */
  ticketFor?: ((assetId: string) => URLSearchParams) | undefined;
  caps?: DeliveryCaps;
};

/**
 * Makes the input that is sent: every `asset:<id>`, wherever it stands, becomes the studio's public address of the file, or a data
 * URI where the studio has none. A picture that is too large for that is made smaller, see `fitPicture`; a video or sound that is
 * too large is refused with the field that names it.
 */
export function createDelivery({ files, assets, publicUrl, ticketFor, caps = SERVICE_CAPS }: DeliveryDeps) {
  return async (input: JsonObject): Promise<Delivered> => {
    const references = assetReferences(input);
    if (references.length === 0) return { ok: true, input };
    const found = new Map(
      (await assets.getMany(references.map(({ assetId }) => assetId))).map((asset) => [asset.id, asset]),
    );
    const missing = references.find(({ assetId }) => !found.has(assetId));
    if (missing !== undefined) return { ok: false, field: missing.field, message: "the file is no longer stored" };
    if (publicUrl !== undefined)
      return { ok: true, input: replaceAssets(input, publicAddresses(found, publicUrl, ticketFor)) };
    return inside(input, { references, found, files, caps });
  };
}

function publicAddresses(
  assets: ReadonlyMap<string, Asset>,
  publicUrl: string,
  ticketFor: DeliveryDeps["ticketFor"],
): Map<string, string> {
  const base = publicUrl.replace(/\/*$/, "/");
  const addressOf = (id: string) => {
    const address = new URL(`api/assets/${id}`, base);
    address.search = ticketFor?.(id).toString() ?? "";
    return address.href;
  };
  return new Map([...assets.keys()].map((id) => [id, addressOf(id)]));
}

type Inside = {
  references: readonly AssetReference[];
  found: ReadonlyMap<string, Asset>;
  files: FileStore;
  caps: DeliveryCaps;
};

async function inside(input: JsonObject, { references, found, files, caps }: Inside): Promise<Delivered> {
  const uris = await toDataUris(
    references.flatMap(({ assetId }) => found.get(assetId) ?? []),
    {
      files,
      caps,
      otherBytes: Buffer.byteLength(JSON.stringify(input)),
    },
  );
  if (uris.ok) return { ok: true, input: replaceAssets(input, uris.addresses) };
  const field = references.find(({ assetId }) => assetId === uris.assetId)?.field ?? "";
  return { ok: false, field, message: uris.message };
}
