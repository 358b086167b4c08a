import { AppError } from "@/lib/errors";
import { formatBytes } from "@/lib/format";
import { spriteGeometry } from "@/lib/media/sprite";
import type { Asset } from "@/lib/storage/asset";
import { makePoster } from "@/lib/storage/image";
import { storePoster, storeSprite } from "@/lib/storage/place-sprite";
import type { AssetStore, FileStore } from "@/lib/storage/ports";
import { serveSprite } from "@/lib/storage/serve";
import { checkedSprite, checkPosterShape } from "@/lib/storage/sprite";
import { openUpload } from "@/lib/storage/upload-body";

/** A sheet of 100 small frames takes about 500 kB. */
const MAX_BYTES = 6_000_000;

/** Small frames of a video out, and in from a browser that has drawn them where the studio has no ffmpeg. */
export type SpriteService = {
  /** 204 for an archived video that has none yet. @throws AppError `notFound` for anything else */
  serveSprite(id: string, request: Request): Promise<Response>;
  /** @throws AppError `notFound` for anything but an archived video, `conflict` where it has one */
  receiveSprite(id: string, request: Request): Promise<Response>;
  /** As `receiveSprite`. */
  receivePoster(id: string, request: Request): Promise<Response>;
};

export function createSpriteService(deps: { files: FileStore; assets: AssetStore }): SpriteService {
  const { files, assets } = deps;

  async function archivedVideo(id: string): Promise<Asset> {
    const asset = await assets.get(id);
    if (asset?.kind !== "video" || asset.origin !== "output") throw new AppError("notFound");
    return asset;
  }

  return {
    async serveSprite(id, request) {
      const asset = await archivedVideo(id);
      const sprite = await serveSprite({ asset, files, request });
      return sprite ?? new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
    },

    async receiveSprite(id, request) {
      const asset = await archivedVideo(id);
      const geometry = spriteGeometry(asset);
      if (!geometry) throw new AppError("notFound");
      if (asset.sprite) throw new AppError("conflict", { reason: "hasOne" });
      const sprite = await checkedSprite(await readPicture(request), geometry);
      return stored(await storeSprite(asset, sprite, deps));
    },

    async receivePoster(id, request) {
      const asset = await archivedVideo(id);
      if (asset.posterKey !== undefined) throw new AppError("conflict", { reason: "hasOne" });
      const bytes = await readPicture(request);
      await checkPosterShape(bytes, asset);
      const poster = await makePoster(bytes);
      return stored(await storePoster(asset, poster.bytes, deps));
    },
  };
}

function stored(isStored: boolean): Response {
  if (!isStored) throw new AppError("conflict", { reason: "hasOne" });
  return new Response(null, { status: 204 });
}

/** @throws AppError `tooLarge`, `unreadableFile` */
async function readPicture(request: Request): Promise<Uint8Array> {
  const tooLarge = () => new AppError("tooLarge", { maxBytes: MAX_BYTES, maxSize: formatBytes(MAX_BYTES) });
  const upload = await openUpload(request);
  if ((upload.announcedBytes ?? 0) > MAX_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of upload.content) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  await upload.finish();
  return Buffer.concat(chunks);
}
