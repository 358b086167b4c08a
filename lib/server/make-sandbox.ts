import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Env } from "@/lib/env";
import { DEFAULT_LOCALE } from "@/lib/i18n/locales";
import { modelFields } from "@/lib/models/localize";
import type { Catalog } from "@/lib/models/own-models";
import { createGuardedFetch, type GuardedFetch } from "@/lib/net/guarded-fetch";
import type { AnimaticRenderer } from "@/lib/sandbox/animatic";
import { createAnimaticRenderer } from "@/lib/sandbox/render/renderer";
import { createSandbox, type Sandbox } from "@/lib/sandbox/sandbox";
import { createTurns } from "@/lib/storage/in-turn";
import type { AssetStore, FileStore } from "@/lib/storage/ports";
import type { Logger } from "./logger";
import { readPicture } from "./read-picture";
import { sandboxListModels } from "./sandbox-list";

export type SandboxParts = { sandbox: Sandbox; renderer: AnimaticRenderer; fetchAnywhere: GuardedFetch };

/** The sandbox with its renderer. It reads references from the studio's own files, and from public addresses. */
export function makeSandbox(
  env: Env,
  deps: { catalog: Catalog; files: FileStore; assets: AssetStore; ffmpegPath: string | undefined; logger: Logger },
): SandboxParts {
  const { catalog, files, assets, ffmpegPath, logger } = deps;
  const renderer = createAnimaticRenderer({
    ffmpegPath,
    onLost: (cause) => logger.warn("render-thread-ended", {}, cause),
  });
  const fetchAnywhere = createGuardedFetch();
  // Asked for at once, held in memory one after the other.
  const inTurn = createTurns();
  const sandbox = createSandbox({
    dataDir: join(env.dataDir, "sandbox"),
    findModel: catalog.find,
    async listModels() {
      const here = catalog.list();
      return [...here, ...(await sandboxListModels()).filter(({ id }) => !catalog.find(id))];
    },
    fieldsOf: (model) => modelFields(model, DEFAULT_LOCALE),
    renderer,
    timing: env.sandbox,
    logger,
    readSample,
    async readAsset(id) {
      const asset = await assets.get(id);
      return asset && files.readAll(asset.fileKey);
    },
    async fetchReference(url, limits) {
      const { status, body } = await fetchAnywhere(url, limits);
      if (status === 200) return inTurn(() => readPicture(body));
      body.destroy();
      throw new Error(`HTTP ${status}`);
    },
  });
  return { sandbox, renderer, fetchAnywhere };
}

/** Where the pictures that ship with the studio lie. */
export function samplesFolder(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), "public", "samples");
}

async function readSample(name: string): Promise<Uint8Array | undefined> {
  if (!/^[a-z0-9-]+$/.test(name)) return undefined;
  return readFile(join(samplesFolder(), `${name}.webp`)).catch(() => undefined);
}
