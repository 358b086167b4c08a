import type { WireShare, WireShareList } from "@/lib/api/share-contract";
import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import type { NewShare } from "@/lib/shares/check-share";
import { createShare } from "@/lib/shares/create-share";
import { listShares, removeShare } from "@/lib/shares/list-shares";
import { type FoundShare, openShare, type Visit } from "@/lib/shares/open-share";
import { type PublicShare, publicView } from "@/lib/shares/public-view";
import type { ShareDeps } from "@/lib/shares/share-deps";
import { type Unlocked, unlockShare } from "@/lib/shares/unlock-share";
import type { AssetStore, FileStore } from "@/lib/storage/ports";
import type { Models } from "./models";
import { publicOrigin } from "./public-origin";
import { type SharedFile, serveSharedFile } from "./share-files";

/** Links that anyone may open; see the use-cases in `lib/shares` for what each guarantees and throws. */
export type ShareService = {
  createShare(request: NewShare, headers: Headers): Promise<{ share: WireShare; url: string }>;
  listShares(query: { cursor?: string | undefined; limit: number }): Promise<WireShareList>;
  removeShare(id: string): Promise<void>;
  openShare(visit: Visit): Promise<FoundShare | undefined>;
  unlockShare(guess: { token: string; password: string; caller: string }): Promise<Unlocked | undefined>;
  viewShare(found: FoundShare, token: string, locale: Locale): Promise<PublicShare>;
  serveShared(file: SharedFile, found: FoundShare, request: Request): Promise<Response | undefined>;
  /** After the answer: what is counted is never waited for. */
  noteShareUse(found: FoundShare, isView: boolean): void;
  /** Where visitors reach this studio, for addresses that are written out whole. */
  publicOrigin(headers: Headers): string;
};

/** The parts of one playback are one use. */
const SAME_USE_MS = 60_000;

export function createShareService(
  deps: ShareDeps & {
    files: FileStore;
    assets: AssetStore;
    models: Models;
    publicUrl: string | undefined;
    onError: (error: unknown) => void;
  },
): ShareService {
  const { files, assets, models, now } = deps;
  const originOf = (headers: Headers) => publicOrigin(headers, deps.publicUrl);
  const modelOf = (locale: Locale) => (id: string) => models.readModel(id, locale);

  return {
    async createShare(request, headers) {
      const { share, token } = await createShare(request, deps);
      return { share, url: `${originOf(headers)}/s/${token}` };
    },
    listShares: (query) => listShares(query, deps),
    removeShare: (id) => removeShare(id, deps),
    openShare: (visit) => openShare(visit, deps),
    unlockShare: (guess) => unlockShare(guess, deps),

    viewShare(found, token, locale) {
      const t = translatorFor(locale);
      const words = { model: t("shares.model"), on: t("composer.on"), off: t("composer.off") };
      const path = `/s/${encodeURIComponent(token)}`;
      return publicView({ ...found, path }, { modelOf: modelOf(locale), words, assetsOf: assets.getMany });
    },

    serveShared: (file, found, request) =>
      serveSharedFile(file, { found, request }, { files, assets, modelOf: modelOf("en") }),

    noteShareUse({ share }, isView) {
      const atMs = now();
      if (!isView && atMs - (share.lastUsedAtMs ?? 0) < SAME_USE_MS) return;
      setImmediate(() => deps.shares.noteUse(share.id, { atMs, isView }).catch(deps.onError));
    },
    publicOrigin: originOf,
  };
}
