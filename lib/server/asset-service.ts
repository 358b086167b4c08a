import type { WireAsset } from "@/lib/api/contract";
import { AppError } from "@/lib/errors";
import { localeOf } from "@/lib/i18n/resolve";
import { UPLOAD_LIMITS } from "@/lib/media/upload-limits";
import type { Asset } from "@/lib/storage/asset";
import { assetToWire } from "@/lib/storage/asset-wire";
import type { AssetMakers, AssetStore, FileStore } from "@/lib/storage/ports";
import type { Quota } from "@/lib/storage/quota";
import { receiveUpload } from "@/lib/storage/receive-upload";
import { serveAsset, servePoster } from "@/lib/storage/serve";
import { withTags } from "@/lib/storage/tagged-file";
import { wantsPlainFiles } from "./download-setting";
import { type Limits, takeTurn } from "./limits";
import type { TakeFiles } from "./take-files";

/** Files in and out; every method throws AppError as the functions of `lib/storage` say. */
export type AssetService = {
  /** `client` is whom the file is counted for. @throws AppError `tooMany`, `quotaFull` */
  receiveUpload(request: Request, client: string, takenFrom?: Asset["takenFrom"]): Promise<WireAsset>;
  serveAsset(id: string, request: Request): Promise<Response>;
  servePoster(id: string, request: Request): Promise<Response>;
};

export function createAssetService(deps: {
  files: FileStore;
  assets: AssetStore;
  makers: AssetMakers;
  takeFiles: TakeFiles;
  limits: Limits;
  quota: Quota;
}): AssetService {
  const { files, assets, makers, quota } = deps;

  async function find(id: string): Promise<Asset> {
    const asset = await assets.get(id);
    if (!asset) throw new AppError("notFound");
    return asset;
  }

  return {
    async receiveUpload(request, client, takenFrom) {
      takeTurn(deps.limits, "uploads", client);
      const room = await quota.keep(largestSize(request));
      const keeping = { ...assets, insert: (asset: Asset) => room.use(() => assets.insert(asset)) };
      try {
        return assetToWire(await receiveUpload({ request, files, assets: keeping, takenFrom, ...makers }));
      } finally {
        room.free();
      }
    },

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

/** Who does not say how much comes may send as much as a file may have. */
function largestSize({ headers }: Request): number {
  const largest = Math.max(...Object.values(UPLOAD_LIMITS));
  const announced = Number(headers.get("content-length") ?? largest);
  return announced <= largest ? announced : largest;
}
