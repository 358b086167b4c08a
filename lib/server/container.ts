import type { WireSpending } from "@/lib/api/spending-contract";
import { type Env, env } from "@/lib/env";
import type { Sandbox } from "@/lib/sandbox/sandbox";
import type { AccessService } from "./access-service";
import type { AccountService } from "./account-service";
import type { AssetService } from "./asset-service";
import type { CatalogService } from "./catalog-service";
import { createContainer } from "./create-container";
import type { ExportService } from "./export-service";
import type { GalleryService } from "./gallery-service";
import type { Health } from "./health";
import type { ImportService } from "./import-service";
import type { JobService } from "./job-service";
import type { LedgerService } from "./ledger-service";
import type { LibraryService } from "./library-service";
import type { Limits } from "./limits";
import type { LineageService } from "./lineage-service";
import type { Models } from "./models";
import type { ShareService } from "./share-service";
import type { SpriteService } from "./sprite-service";
import type { UsageService } from "./usage-service";

/** The studio, put together. Routes and pages use this and construct nothing. */
export type Container = Pick<Models, "listModels" | "readModel"> &
  JobService &
  AssetService &
  SpriteService &
  LibraryService &
  LineageService &
  GalleryService &
  ShareService &
  UsageService &
  LedgerService &
  ExportService &
  AccountService &
  ImportService &
  CatalogService & {
    /** `runcomfy` where a key is set: where a job goes that names no upstream. */
    mode: Env["mode"];
    sandbox: Sandbox;
    access: AccessService;
    limits: Limits;
    /** What takes have cost, and what is left. */
    readSpending(): Promise<WireSpending>;
    health(): Promise<Health>;
    /** True where no reconciler runs in this process: then reading a job lets one tick run. */
    isAsleep(): boolean;
    /** Advances what is due by one step. */
    tick(): Promise<void>;
    /** Takes up what an earlier process left, and goes on by itself. */
    start(): Promise<void>;
    /** Takes no new jobs from now on: the process is about to end. */
    refuseJobs(): void;
    /** Begins nothing new and lets running steps end. */
    settle(): Promise<void>;
    isSending(): boolean;
    /** Resolves when no job is being sent. */
    sent(): Promise<void>;
    close(): Promise<void>;
  };

const KEY = Symbol.for("dailies.container");
type Shared = { [KEY]?: Promise<Container> };

/**
 * The one container of this process, made at the first call. Next loads this module several times (once for each of its bundles), so
 * that a variable of the module would not be one.
 * @throws EnvError, DatabaseUnusable; a later call tries again
 */
export function getContainer(): Promise<Container> {
  const shared: typeof globalThis & Shared = globalThis;
  shared[KEY] ??= createContainer(env()).catch((error) => {
    delete shared[KEY];
    throw error;
  });
  return shared[KEY];
}
