import { stat } from "node:fs/promises";
import { hostname } from "node:os";
import { type DoctorDeps, type Examination, examineStudio, repairStudio } from "@/lib/backup/doctor";
import type { Finding } from "@/lib/backup/findings";
import { BackupError } from "@/lib/backup/manifest";
import type { Progress } from "@/lib/backup/ports";
import { createAssetStore } from "@/lib/db/asset-store";
import { openDatabase } from "@/lib/db/open";
import { openPatientRows } from "@/lib/db/patient-rows";
import type { Env } from "@/lib/env";
import { findFfmpeg } from "@/lib/sandbox/render/encode/find-ffmpeg";
import { createDiskStore } from "@/lib/storage/disk";
import { drawMissing } from "@/lib/storage/draw-missing";
import { createPatientFiles } from "@/lib/storage/patient-files";
import { refusalOf } from "./backup-fault";
import { placesIn, refuseLostDatabase } from "./data-folder";
import { isOwnerAlive, isProcessRunning } from "./lease-owner";

type Visit = { settings: Env; quick: boolean; repair: boolean; progress: Progress };

/**
 * Examines the studio in the data folder, which may be running, and repairs what is safe where that is asked for.
 * @throws BackupError, DataFolderUnusable where there is nothing to examine, or this user may not
 */
export async function visitDoctor(visit: Visit): Promise<{ findings: Finding[]; repaired: Finding[] }> {
  const { dataDir } = visit.settings;
  const places = placesIn(dataDir);
  await refuseLostDatabase(dataDir);
  await stat(places.database).catch((cause) => {
    throw new BackupError(`There is no studio in ${dataDir} yet. Start it once, or set DATA_DIR to its folder.`, {
      cause,
    });
  });
  try {
    return await examine(visit);
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

async function examine({ settings, quick, repair, progress }: Visit) {
  const { dataDir } = settings;
  const places = placesIn(dataDir);
  const rows = openPatientRows({ path: places.database });
  try {
    const drawPictures = (assetId: string) => drawAgain(assetId, settings);
    const deps: DoctorDeps = {
      rows,
      files: createPatientFiles({ dataDir, ...places, drawPictures }),
      now: Date.now,
      isAlive,
      progress,
    };
    const examination: Examination = await examineStudio({ quick }, deps);
    const repaired = repair ? await repairStudio(examination, deps) : [];
    return { findings: examination.findings, repaired };
  } finally {
    rows.close();
  }
}

/** The doctor's own process holds no lease, so that one with its id is an earlier run's. */
function isAlive(owner: string): boolean {
  const { pid } = process;
  return isOwnerAlive(owner, { host: hostname(), pid, self: "", isRunning: isProcessRunning });
}

async function drawAgain(assetId: string, { dataDir, ffmpegPath, pathVariable }: Env): Promise<void> {
  const places = placesIn(dataDir);
  const database = await openDatabase({ path: places.database });
  try {
    const assets = createAssetStore(database.db);
    const files = createDiskStore({ root: places.files });
    const asset = await assets.get(assetId);
    // Where it cannot be drawn here a browser draws it when it is shown.
    const given = await findFfmpeg(ffmpegPath, pathVariable);
    if (asset) await drawMissing(asset, { files, assets, ffmpegPath: given }).catch(() => false);
  } finally {
    await database.close();
  }
}
