import type { WireAsset } from "@/lib/api/contract";
import { AppError } from "@/lib/errors";
import { localeOf } from "@/lib/i18n/resolve";
import type { Asset } from "@/lib/storage/asset";
import { assetToWire } from "@/lib/storage/asset-wire";
import type { AssetMakers, AssetStore, FileStore } from "@/lib/storage/ports";
import { receiveUpload } from "@/lib/storage/receive-upload";
import { serveAsset, servePoster } from "@/lib/storage/serve";
import type { TakeFileNames } from "./take-file-names";

/** Files in and out; every method throws AppError as the functions of `lib/storage` say. */
export type AssetService = {
  receiveUpload(request: Request): Promise<WireAsset>;
  serveAsset(id: string, request: Request): Promise<Response>;
  servePoster(id: string, request: Request): Promise<Response>;
};

export function createAssetService(deps: {
  files: FileStore;
  assets: AssetStore;
  makers: AssetMakers;
  nameOf: TakeFileNames;
}): AssetService {
  const { files, assets, makers } = deps;

  async function find(id: string): Promise<Asset> {
    const asset = await assets.get(id);
    if (!asset) throw new AppError("notFound");
    return asset;
  }

  return {
    receiveUpload: async (request) => assetToWire(await receiveUpload({ request, files, assets, ...makers })),

    async serveAsset(id, request) {
      const download = new URL(request.url).searchParams.has("download");
      const asset = await find(id);
      const name = download ? await deps.nameOf(asset, localeOf(request.headers)) : undefined;
      return serveAsset({ asset: name === undefined ? asset : { ...asset, name }, files, request, download });
    },

    async servePoster(id, request) {
      const poster = await servePoster({ asset: await find(id), files, request });
      if (!poster) throw new AppError("notFound");
      return poster;
    },
  };
}
