import { randomBytes, randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { createAccessStore } from "@/lib/db/access-store";
import { createAddedModelStore } from "@/lib/db/added-model-store";
import { createAssetStore } from "@/lib/db/asset-store";
import { createCatalogStore } from "@/lib/db/catalog-store";
import { createCollectionStore } from "@/lib/db/collection-store";
import { createExportRows } from "@/lib/db/export-rows";
import { createJobStore } from "@/lib/db/job-store";
import { createLedgerStore } from "@/lib/db/ledger-store";
import { createLineageStore } from "@/lib/db/lineage-store";
import { createModelVersionStore } from "@/lib/db/model-version-store";
import { openDatabase } from "@/lib/db/open";
import { openReader } from "@/lib/db/open-reader";
import { createPromptHistory } from "@/lib/db/prompt-history";
import { createShareStore } from "@/lib/db/share-store";
import { createShelf } from "@/lib/db/shelf";
import { createSnippetStore } from "@/lib/db/snippet-store";
import { createSpendingStore } from "@/lib/db/spending-store";
import { createStorageUse } from "@/lib/db/storage-use";
import { createTrash } from "@/lib/db/trash";
import { createUploadList } from "@/lib/db/upload-list";
import type { Env } from "@/lib/env";
import { createFaultPoint } from "@/lib/jobs/fault-point";
import { createPace } from "@/lib/jobs/pace";
import { createReconciler } from "@/lib/jobs/reconcile";
import type { StepDeps } from "@/lib/jobs/step";
import { promptOf } from "@/lib/library/prompt-of";
import { createCatalog } from "@/lib/models/own-models";
import { findFfmpeg } from "@/lib/sandbox/render/encode/find-ffmpeg";
import { readSpending } from "@/lib/spending/read-spending";
import { createDelivery } from "@/lib/storage/deliver";
import { createDiskStore } from "@/lib/storage/disk";
import { freeBytes } from "@/lib/storage/free-space";
import { measurePictures } from "@/lib/storage/measure-pictures";
import { createQuota } from "@/lib/storage/quota";
import { seedSamples } from "@/lib/storage/samples";
import { createSpriteQueue } from "@/lib/storage/sprite-queue";
import { createAccessService } from "./access-service";
import { createAccountService } from "./account-service";
import { createAssetService } from "./asset-service";
import { createCatalogService } from "./catalog-service";
import type { Container } from "./container";
import { placesIn, refuseLostDatabase } from "./data-folder";
import { createExportService } from "./export-service";
import { createGalleryService } from "./gallery-service";
import { checkHealth } from "./health";
import { createHourly } from "./hourly";
import { createImportService, loadAddedModels } from "./import-service";
import { createJobService } from "./job-service";
import { isOwnerAlive, isProcessRunning, leaseOwnerName } from "./lease-owner";
import { createLedgerService } from "./ledger-service";
import { createLibraryService } from "./library-service";
import { createLimits } from "./limits";
import { createLineageService } from "./lineage-service";
import { createListPrices } from "./list-prices";
import { createLogger } from "./logger";
import { makeLinks } from "./make-links";
import { makeSandbox, samplesFolder } from "./make-sandbox";
import { createModelVersions } from "./model-versions";
import { createModels } from "./models";
import { createOutputFiles } from "./output-files";
import { createReconcilerLoop } from "./reconciler-loop";
import { createShareService } from "./share-service";
import { createSpriteService } from "./sprite-service";
import { createTakeFiles } from "./take-files";
import { createUsageService } from "./usage-service";

/** A process that looked for due jobs so long ago does so no longer. */
const ASLEEP_AFTER_MS = 60_000;
/** A download that hangs ends with the process. */
const CONNECTIONS_END_MS = 1_000;

/**
 * Opens the data folder and puts everything together; nothing runs until `start`.
 * @throws DatabaseUnusable, DataFolderUnusable
 */
export async function createContainer(settings: Env): Promise<Container> {
  const { mode, dataDir } = settings;
  const now = Date.now;
  const logger = createLogger();
  const { database: path, files: filesFolder, models: modelsFolder } = placesIn(dataDir);
  await refuseLostDatabase(dataDir);
  const database = await openDatabase({ path });
  const reader = openReader({ path });
  const store = createJobStore(database.db, reader, {
    ...settings,
    onUnreadable: (jobId, error) => logger.error("job-unreadable", { jobId }, error),
  });
  const assets = createAssetStore(database.db);
  const files = createDiskStore({ root: filesFolder });
  const ffmpegPath = await findFfmpeg(settings.ffmpegPath, settings.pathVariable);
  const makers = { clock: now, ids: randomUUID, ...(ffmpegPath !== undefined && { ffmpegPath }) };
  const catalog = createCatalog(modelsFolder, (reason) => logger.warn("model-skipped", { modelFile: reason }));
  const catalogStore = createCatalogStore(database.db);
  const prices = createListPrices({ store: catalogStore, upstream: mode });
  await prices.load();
  const models = createModels(catalog, prices);
  const versions = createModelVersions({ catalog, store: createModelVersionStore(database.db) });

  const addedModels = createAddedModelStore(database.db);
  await loadAddedModels({ store: addedModels, catalog });

  const { sandbox, renderer, fetchAnywhere } = makeSandbox(settings, { catalog, files, assets, ffmpegPath, logger });
  const access = createAccessService({
    store: createAccessStore(database.db),
    settings,
    now,
    random: randomBytes,
    newId: randomUUID,
    onStolen: (sessionId) => logger.warn("session-stolen", { id: sessionId }),
  });
  const delivery = createDelivery({ files, assets, publicUrl: settings.publicUrl, ticketFor: access.ticketFor });
  const {
    links,
    catalogSource,
    accountSource,
    openOutput,
    close: closeLinks,
  } = makeLinks(settings, { sandbox, deliver: delivery });

  const world = { host: hostname(), pid: process.pid };
  const owner = leaseOwnerName({ ...world, run: randomUUID() });
  const use = createStorageUse(database.db);
  const quota = createQuota(settings.storageQuotaBytes, use);
  const room = { freeBytes: () => freeBytes(dataDir), overQuota: quota.refusal };
  const step: StepDeps = {
    store,
    links,
    outputs: createOutputFiles({ files, makers, open: openOutput }),
    pace: createPace(),
    room,
    maxInFlight: settings.maxInFlight,
    owner,
    now,
    sleep: (ms) => pause(ms, undefined, { ref: false }),
    reached: createFaultPoint(settings.faultPoint, () => process.kill(process.pid, "SIGKILL")),
    log: (event, facts, error) => logger.warn(event, facts, error),
  };
  const onSpriteError = (error: unknown, facts: { assetId: string }) => logger.warn("sprite-failed", facts, error);
  const sprites =
    ffmpegPath === undefined ? undefined : createSpriteQueue({ files, assets, ffmpegPath, onError: onSpriteError });
  const reconciler = createReconciler(step, {
    isAlive: (name) => isOwnerAlive(name, { ...world, self: owner, isRunning: isProcessRunning }),
    onStepEnded: () => {
      loop.nudge();
      sprites?.nudge();
    },
  });
  const loop = createReconcilerLoop({ reconciler, now, onError: (error) => logger.error("reconciler", {}, error) });

  const collections = createCollectionStore(database.db);
  const gallery = createGalleryService({
    shelf: createShelf(database.db),
    collections,
    trash: createTrash(database.db),
    jobs: store,
    files,
    models,
    newId: randomUUID,
    now,
  });
  const onCatalogError = (error: unknown) => logger.error("catalog-failed", {}, error);
  const catalogService = createCatalogService({
    source: catalogSource,
    upstream: mode,
    store: catalogStore,
    prices,
    now,
    hasModel: (id) => catalog.find(id) !== undefined,
    onError: onCatalogError,
  });
  const hourly = [
    createHourly({ run: gallery.purgeExpired, onError: (error) => logger.error("trash-failed", {}, error) }),
    createHourly({ run: catalogService.refreshOldCatalog, onError: onCatalogError }),
  ];

  const library = {
    prompts: createPromptHistory(database.db, { promptOf: (job) => promptOf(job, models.fieldsOf), now }),
    snippets: createSnippetStore(database.db),
  };
  const shares = createShareStore(database.db);
  const imports = createImportService({ store: addedModels, catalog, list: catalogStore, now });
  const ledger = createLedgerService({ ledger: createLedgerStore(database.db), models });

  let closed: Promise<void> | undefined;
  async function closeAll(): Promise<void> {
    await sandbox.stop();
    await renderer.close();
    const connectionsEnd = Promise.all([fetchAnywhere.close(), closeLinks()]);
    await Promise.race([connectionsEnd, pause(CONNECTIONS_END_MS, undefined, { ref: false })]);
    reader.close();
    await database.close();
  }

  let isStopping = false;
  const limits = createLimits(settings);
  const jobDeps = {
    ...step,
    limits,
    isStopping: () => isStopping,
    assets,
    defaultUpstream: mode,
    send: reconciler.send,
    newId: randomUUID,
    spending: settings.spending,
  };
  return {
    mode,
    sandbox,
    access,
    limits,
    listModels: models.listModels,
    readModel: models.readModel,
    ...createJobService(jobDeps, { models, versions, wake: loop.nudge }),
    ...createAssetService({
      files,
      assets,
      makers,
      limits,
      quota,
      takeFiles: createTakeFiles({ jobs: store, assets, models }),
    }),
    ...createSpriteService({ files, assets }),
    ...ledger,
    ...createUsageService({ use, quota, room, store, limits, settings, databasePath: path, isOpen: access.isOpen }),
    ...createAccountService({ source: accountSource, settings, now }),
    ...createLibraryService({ ...library, uploads: createUploadList(database.db), models, newId: randomUUID, now }),
    ...gallery,
    ...imports,
    ...createExportService({
      ...library,
      rows: createExportRows(database.db),
      collections,
      shares,
      files,
      catalog: models,
      models: () => imports.exportModels(),
      costs: ledger.wholeLedger,
      now,
    }),
    ...catalogService,
    ...createLineageService({ lineage: createLineageStore(database.db), models }),
    ...createShareService({
      shares,
      jobs: store,
      files,
      assets,
      models,
      publicUrl: settings.publicUrl,
      newId: randomUUID,
      now,
      random: randomBytes,
      onError: (error) => logger.error("share-count-failed", {}, error),
    }),
    readSpending: () =>
      readSpending({
        ledger: createSpendingStore(database.db),
        ...settings.spending,
        isPaid: mode === "runcomfy",
        now,
      }),
    health: () => checkHealth({ store, mode, isDatabaseThere: database.isThere }, loop.ageMs()),
    isAsleep: () => !isStopping && (loop.ageMs() ?? Number.POSITIVE_INFINITY) > ASLEEP_AFTER_MS,
    tick: reconciler.reconcileOnce,

    async start() {
      await files.clearTemporary();
      await seedSamples({ files, assets, folder: samplesFolder(), clock: now });
      await sandbox.start();
      await reconciler.recover();
      loop.start();
      sprites?.nudge();
      for (const timer of hourly) timer.start();
      measurePictures({ files, use }).catch((error) => logger.warn("pictures-not-measured", {}, error));
    },
    refuseJobs() {
      isStopping = true;
    },
    isSending: reconciler.isSending,
    sent: reconciler.sent,
    async settle() {
      await Promise.all([loop.stop(), sprites?.stop(), ...hourly.map((timer) => timer.stop())]);
    },
    close() {
      closed ??= closeAll();
      return closed;
    },
  };
}
