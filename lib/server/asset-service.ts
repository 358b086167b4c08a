import type { WireAsset } from "@/lib/api/contract";
import { AppError } from "@/lib/errors";
import { localeOf } from "@/lib/i18n/resolve";
import type { Asset } from "@/lib/storage/asset";
import { assetToWire } from "@/lib/storage/asset-wire";
import type { AssetMakers, AssetStore, FileStore } from "@/lib/storage/ports";
import { receiveUpload } from "@/lib/storage/receive-upload";
import { serveAsset, servePoster } from "@/lib/storage/serve";
import { withTags } from "@/lib/storage/tagged-file";
import { wantsPlainFiles } from "./download-setting";
import type { TakeFiles } from "./take-files";

/** Files in and out; every method throws AppError as the functions of `lib/storage` say. */
export type AssetService = {
  receiveUpload(request: Request, takenFrom?: Asset["takenFrom"]): Promise<WireAsset>;
  serveAsset(id: string, request: Request): Promise<Response>;
  servePoster(id: string, request: Request): Promise<Response>;
};

export function createAssetService(deps: {
  files: FileStore;
  assets: AssetStore;
  makers: AssetMakers;
  takeFiles: TakeFiles;
}): AssetService {
  const { files, assets, makers } = deps;

  async function find(id: string): Promise<Asset> {
    const asset = await assets.get(id);
    if (!asset) throw new AppError("notFound");
    return asset;
  }

  return {
    receiveUpload: async (request, takenFrom) =>
      assetToWire(await receiveUpload({ request, files, assets, takenFrom, ...makers })),

    async serveAsset(id, request) {
      const asset = await find(id);
      if (!new URL(request.url).searchParams.has("download")) return serveAsset({ asset, files, request });
      const { name, tags } = await deps.takeFiles(asset, localeOf(request.headers));
      const instead = tags && !wantsPlainFiles(request.headers) ? await withTags(asset, tags, files) : undefined;
      const named = name === undefined ? asset : { ...asset, name };
      return serveAsset({ asset: named, files, request, download: true, instead });
    },

    async servePoster(id, request) {
      const poster = await servePoster({ asset: await find(id), files, request });
      if (!poster) throw new AppError("notFound");
      return poster;
    },
  };
}
