import type { WireCollection } from "@/lib/api/gallery-contract";
import { AppError } from "@/lib/errors";
import type { FieldIssue } from "@/lib/schema/field";
import type { CollectionStore, CollectionView, Shelf } from "./ports";

const MAX_NAME_CHARS = 80;
const MAX_COLLECTIONS = 500;

export type CollectionDeps = { collections: CollectionStore; shelf: Shelf; newId: () => string; now: () => number };

export async function listCollections({ collections }: CollectionDeps): Promise<WireCollection[]> {
  return (await collections.list()).map(toWire);
}

/** @throws AppError `invalidInput` naming the limit, `conflict` where there are as many as can be */
export async function addCollection(
  { name, jobIds = [] }: { name: string; jobIds?: string[] | undefined },
  { collections, shelf, newId, now }: CollectionDeps,
): Promise<WireCollection> {
  const nowMs = now();
  const id = newId();
  const collection = { id, name: checkedName(name), createdAtMs: nowMs, updatedAtMs: nowMs };
  if (!(await collections.insert(collection, MAX_COLLECTIONS))) {
    throw new AppError("conflict", { reason: "collectionsFull", max: MAX_COLLECTIONS });
  }
  await shelf.act(jobIds, { kind: "collect", collectionId: id });
  return found(id, collections);
}

/** A cover of null takes it away. @throws AppError `notFound`, `invalidInput`, `invalidRequest` for a cover that is not in it */
export async function changeCollection(
  id: string,
  { name, coverJobId }: { name?: string | undefined; coverJobId?: string | null | undefined },
  { collections, now }: CollectionDeps,
): Promise<WireCollection> {
  const change = {
    ...(name !== undefined && { name: checkedName(name) }),
    ...(coverJobId !== undefined && { coverJobId }),
    atMs: now(),
  };
  if (typeof coverJobId === "string" && !(await collections.holds(id, coverJobId))) {
    await found(id, collections);
    throw new AppError("invalidRequest", { reason: "notInCollection", member: "coverJobId" });
  }
  if (!(await collections.update(id, change))) throw new AppError("notFound");
  return found(id, collections);
}

/** @throws AppError `notFound` */
export async function orderCollection(
  id: string,
  jobIds: readonly string[],
  { collections, now }: CollectionDeps,
): Promise<WireCollection> {
  if (!(await collections.update(id, { atMs: now() }))) throw new AppError("notFound");
  await collections.reorder(id, jobIds);
  return found(id, collections);
}

/** The takes stay. @throws AppError `notFound` */
export async function removeCollection(id: string, { collections }: CollectionDeps): Promise<void> {
  if (!(await collections.remove(id))) throw new AppError("notFound");
}

async function found(id: string, collections: CollectionStore): Promise<WireCollection> {
  const view = await collections.get(id);
  if (!view) throw new AppError("notFound");
  return toWire(view);
}

function checkedName(given: string): string {
  const name = given.replace(/\s+/g, " ").trim();
  if (name === "") throw invalidName({ field: "name", code: "required", params: {} });
  if (name.length <= MAX_NAME_CHARS) return name;
  throw invalidName({ field: "name", code: "tooLong", params: { length: name.length, max: MAX_NAME_CHARS } });
}

function invalidName(issue: FieldIssue): AppError {
  return new AppError("invalidInput", { count: 1 }, { issues: [issue] });
}

function toWire({ collection, count, posters }: CollectionView): WireCollection {
  const { id, name, coverJobId = null, createdAtMs, updatedAtMs } = collection;
  return {
    id,
    name,
    count,
    coverJobId,
    posterUrls: posters.map((asset) => `/api/assets/${encodeURIComponent(asset.id)}/poster`),
    createdAt: new Date(createdAtMs).toISOString(),
    updatedAt: new Date(updatedAtMs).toISOString(),
  };
}
