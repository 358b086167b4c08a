import { copyFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Asset } from "./asset";
import { isMissing } from "./disk-error";
import { hashFile } from "./file-hash";
import { measurePicture } from "./measure";
import { discardFiles, placeFile } from "./place";
import type { AssetStore, FileStore } from "./ports";

type SampleDeps = { files: FileStore; assets: AssetStore; folder: string; clock: () => number };

const SAMPLE = /^([a-z0-9-]+)\.webp$/;

/**
 * Makes the pictures that ship with the studio (`<name>.webp` in `folder`) assets with the ids `sample-<name>`. Does nothing for
 * those that are stored already, replaces those that have changed, and stores again those whose file is gone.
 */
export async function seedSamples({ folder, ...deps }: SampleDeps): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const fileName of names.sort()) {
    const name = SAMPLE.exec(fileName)?.[1];
    if (name !== undefined)
      await seedSample({ id: `sample-${name}`, name: fileName, path: join(folder, fileName) }, deps);
  }
}

type Sample = { id: string; name: string; path: string };

async function seedSample(sample: Sample, { files, assets, clock }: Omit<SampleDeps, "folder">): Promise<void> {
  const { id, name, path } = sample;
  const content = await hashFile(path);
  const known = await assets.get(id);
  if (known?.sha256 === content.sha256 && (await areThere(known, files))) return;
  const copy = await files.temporaryPath();
  try {
    await copyFile(path, copy);
    const measured = await measurePicture(copy, "image/webp");
    await assets.put(await placeFile(measured, { files, origin: "sample", content, name, clock, ids: () => id }));
  } finally {
    await rm(copy, { force: true });
  }
  if (known !== undefined) await discardFiles(known, files);
}

async function areThere({ fileKey, posterKey }: Asset, files: FileStore): Promise<boolean> {
  const keys = posterKey === undefined ? [fileKey] : [fileKey, posterKey];
  const sizes = await Promise.all(keys.map((key) => files.size(key).catch(() => undefined)));
  return !sizes.includes(undefined);
}
