import type { FoundShare } from "@/lib/shares/open-share";
import { letterAt, type ModelOf } from "@/lib/shares/public-view";
import { sharedReferences } from "@/lib/shares/shared-references";
import type { Asset } from "@/lib/storage/asset";
import type { AssetStore, FileStore } from "@/lib/storage/ports";
import { serveAsset, servePoster, serveSprite } from "@/lib/storage/serve";

export type SharedFile = "video" | "image" | "poster" | "sprite" | "reference";
export type SharedFileDeps = { files: FileStore; assets: AssetStore; modelOf: ModelOf };
type Wanted = { found: FoundShare; request: Request; parameters: URLSearchParams };

/** One of the files that an open share shows, by its place; undefined for every other. @throws AppError `notFound` */
export async function serveSharedFile(
  file: SharedFile,
  { found, request }: Omit<Wanted, "parameters">,
  deps: SharedFileDeps,
): Promise<Response | undefined> {
  const wanted: Wanted = { found, request, parameters: new URL(request.url).searchParams };
  if (file === "reference") return serveReference(wanted, deps);
  const asset = outputOf(wanted);
  if (!asset) return undefined;
  const { files } = deps;
  if (file === "poster") return servePoster({ asset, files, request });
  if (file === "sprite") return serveSprite({ asset, files, request });
  if (file === "video") return asset.kind === "image" ? undefined : serveOutput(asset, wanted, files);
  return asset.kind === "image" ? serveOutput(asset, wanted, files) : servePoster({ asset, files, request });
}

function outputOf({ found, parameters }: Wanted): Asset | undefined {
  return found.takes[placeOf(parameters, "take")]?.outputs[placeOf(parameters, "output")];
}

function serveOutput(asset: Asset, { found, request, parameters }: Wanted, files: FileStore) {
  const download = parameters.has("download");
  if (download && !found.share.shown.download) return undefined;
  const letter = found.takes.length > 1 ? ` ${letterAt(placeOf(parameters, "take"))}` : "";
  // A file without a name would be saved under its id.
  const named = { ...asset, name: `${found.share.title ?? "take"}${letter}` };
  return serveAsset({ asset: named, files, request, download });
}

async function serveReference({ found, request, parameters }: Wanted, { files, assets, modelOf }: SharedFileDeps) {
  const view = found.takes[placeOf(parameters, "take")];
  if (!found.share.shown.references || !view) return undefined;
  const references = await sharedReferences(view.job, { assetsOf: assets.getMany, modelOf });
  const asset = references[placeOf(parameters, "reference")]?.asset;
  if (!asset) return undefined;
  const named = { ...asset, name: "reference" };
  const poster = asset.kind === "image" ? await servePoster({ asset, files, request }) : undefined;
  return poster ?? serveAsset({ asset: named, files, request });
}

/** From 0, which is also meant where nothing is said; -1 for what is no place. */
function placeOf(parameters: URLSearchParams, name: string): number {
  const text = parameters.get(name) ?? "0";
  return /^\d{1,3}$/.test(text) ? Number(text) : -1;
}
