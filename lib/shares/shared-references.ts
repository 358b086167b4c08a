import type { Job } from "@/lib/jobs/job";
import type { Asset } from "@/lib/storage/asset";
import { assetReferences } from "@/lib/storage/asset-references";
import type { PublicViewDeps } from "./public-view";

export type SharedReference = { label: string; asset: Asset };

/** The files that a job was given and that are still stored, in the order of its input. Files that lie elsewhere are not shown. */
export async function sharedReferences(
  job: Pick<Job, "input" | "modelId">,
  { assetsOf, modelOf }: Pick<PublicViewDeps, "assetsOf" | "modelOf">,
): Promise<SharedReference[]> {
  const named = assetReferences(job.input);
  const assets = new Map((await assetsOf(named.map(({ assetId }) => assetId))).map((asset) => [asset.id, asset]));
  const fields = modelOf(job.modelId)?.fields ?? [];
  return named.flatMap(({ field, assetId }) => {
    const asset = assets.get(assetId);
    const [name = "", ...inside] = field.split(".");
    const label = fields.find((known) => known.name === name)?.label ?? name;
    const place = Number(inside[0]);
    return asset ? [{ asset, label: Number.isInteger(place) ? `${label} ${place + 1}` : label }] : [];
  });
}
