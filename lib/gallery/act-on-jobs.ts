import type { BulkRequest, WireBulkAnswer, WireJobMarks } from "@/lib/api/gallery-contract";
import { AppError } from "@/lib/errors";
import type { CollectionStore, JobAction, Shelf } from "./ports";

export type ActDeps = { shelf: Shelf; collections: CollectionStore; now: () => number };

/** @throws AppError `notFound` */
export async function markJob(id: string, marks: WireJobMarks, { shelf }: ActDeps): Promise<void> {
  const [failure] = await shelf.act([id], { kind: "mark", marks });
  if (failure) throw new AppError("notFound");
}

/**
 * Does the same with many jobs, in one transaction; says which of them it could not be done with.
 * @throws AppError `invalidRequest` where no collection is named, `notFound` where there is none
 */
export async function actOnJobs({ ids, ...request }: BulkRequest, deps: ActDeps): Promise<WireBulkAnswer> {
  const action = await actionOf(request, deps);
  const wanted = [...new Set(ids)];
  const failed = await deps.shelf.act(wanted, action);
  return { done: wanted.length - failed.length, failed };
}

async function actionOf({ action, collectionId }: Omit<BulkRequest, "ids">, deps: ActDeps): Promise<JobAction> {
  switch (action) {
    case "favourite":
    case "unfavourite":
      return { kind: "mark", marks: { favourite: action === "favourite" } };
    case "trash":
      return { kind: "trash", atMs: deps.now() };
    case "restore":
      return { kind: "restore" };
    case "addToCollection":
      return { kind: "collect", collectionId: await known(collectionId, deps) };
    case "removeFromCollection":
      return { kind: "uncollect", collectionId: await known(collectionId, deps) };
  }
}

async function known(id: string | undefined, { collections, now }: ActDeps): Promise<string> {
  if (id === undefined) throw new AppError("invalidRequest", { reason: "missing", member: "collectionId" });
  if (!(await collections.update(id, { atMs: now() }))) throw new AppError("notFound");
  return id;
}
