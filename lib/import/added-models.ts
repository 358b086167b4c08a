import type { AddModelsRequest, WireAddedModel, WireImport } from "@/lib/api/import-contract";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { modelFields, toWireModel } from "@/lib/models/localize";
import type { Model } from "@/lib/models/model";
import { type CorrectedKind, correctableFields } from "@/lib/schema/corrected-kind";
import { fieldChanges } from "@/lib/schema/field-changes";
import { type FoundModel, MAX_MODEL_CHARACTERS } from "./found-model";
import { modelFrom } from "./model-from";
import { onto } from "./onto";
import type { AddedModel, AddedModelStore, KnownModels } from "./ports";
import { isUsableId } from "./read-entry";
import { readModels } from "./read-models";

/** Many more than anybody chooses among; all of them are held in memory. */
const MAX_ADDED = 1_000;

export type AddedModelDeps = {
  store: AddedModelStore;
  known: KnownModels;
  /** The entry of the service's list with this id, as it was read last. */
  listed: (id: string) => Promise<string | undefined>;
  now: () => number;
};
export type ModelCorrections = { name?: string | undefined; kinds?: Record<string, CorrectedKind> | undefined };

/**
 * What a text would add, without adding it: each model's form, what its fields can be corrected to, and what would change where there
 * is such a model already. `modelId` names one that stands alone.
 * @throws AppError `notAModel`, `invalidInput` for an id that is none
 */
export async function previewImport(
  { text, modelId, kinds }: { text: string; modelId?: string | undefined } & Pick<ModelCorrections, "kinds">,
  locale: Locale,
  { store, known }: Pick<AddedModelDeps, "store" | "known">,
): Promise<WireImport> {
  const { models, skipped } = readOrRefuse(text);
  const added = new Map((await store.list()).map((one) => [one.found.modelId, one]));
  const shown = models.map((found) => {
    const named = found.modelId ?? checkedId(modelId);
    const before = named === undefined ? undefined : known.find(named);
    const addedBefore = added.get(named ?? "");
    const corrections = correctionsOf({ kinds }, found, addedBefore);
    const whole = { ...onto(found, addedBefore?.found), modelId: named ?? "-/-" };
    const model = modelFrom(whole, corrections, known.shipped(named ?? ""));
    const changes = before ? changesTo(model, before, locale) : [];
    return {
      ...(named !== undefined && { modelId: named }),
      model: toWireModel(model, locale),
      correctable: correctableFields(found.inputSchema),
      isGuess: found.derived,
      known: stateOf(addedBefore, before),
      changes,
    };
  });
  return { models: shown, skipped };
}

/**
 * Adds every model of a text, whose prices are of `readAtMs`. One that was added before takes the new schema and keeps what was said
 * of its fields, and what the new text does not tell.
 * @throws AppError `notAModel`, `conflict` for too many, `invalidInput` for an id that is missing or none
 */
export async function addModels(
  request: AddModelsRequest,
  deps: AddedModelDeps,
  readAtMs = deps.now(),
): Promise<string[]> {
  const { models } = readOrRefuse(request.text);
  const before = new Map((await deps.store.list()).map((one) => [one.found.modelId, one]));
  const all = models.map((found) => {
    const modelId = found.modelId ?? checkedId(request.modelId);
    if (modelId === undefined) throw wrongId("");
    return addedOf({ ...found, modelId }, request, before.get(modelId), { nowMs: deps.now(), readAtMs });
  });
  for (const { found } of all) {
    const length = JSON.stringify(found).length;
    if (length > MAX_MODEL_CHARACTERS) {
      throw new AppError("notAModel", { reason: "modelTooLong", model: found.modelId, max: MAX_MODEL_CHARACTERS });
    }
  }
  const count = new Set([...before.keys(), ...all.map(({ found }) => found.modelId)]).size;
  if (count > MAX_ADDED) throw new AppError("conflict", { reason: "modelsFull", max: MAX_ADDED });
  for (const one of all) {
    await deps.store.put(one);
    makeKnown(one, deps.known);
  }
  return all.map(({ found }) => found.modelId);
}

/** Makes an added model known, with what is said of it. */
export function makeKnown({ found, corrections }: AddedModel, known: KnownModels): void {
  known.put(modelFrom(found, corrections, known.shipped(found.modelId)));
}

export async function listAdded(
  locale: Locale,
  { store, known, listed }: Pick<AddedModelDeps, "store" | "known" | "listed">,
): Promise<WireAddedModel[]> {
  const shown = (await store.list()).map(async ({ found, corrections, addedAtMs, updatedAtMs }) => {
    const shipped = known.shipped(found.modelId);
    const model = modelFrom(found, corrections, shipped);
    const inList = modelIn(await listed(found.modelId));
    return {
      model: toWireModel(model, locale),
      isShipped: shipped !== undefined,
      isOtherInList:
        inList !== undefined &&
        changesTo(modelFrom(onto(inList, found), corrections, shipped), model, locale).length > 0,
      correctable: correctableFields(found.inputSchema),
      kinds: { ...corrections.kinds },
      isGuess: found.derived,
      addedAt: new Date(addedAtMs).toISOString(),
      updatedAt: new Date(updatedAtMs).toISOString(),
    };
  });
  return Promise.all(shown);
}

/** The model of an entry of the service's list. */
function modelIn(source: string | undefined): (FoundModel & { modelId: string }) | undefined {
  const reading = source === undefined ? undefined : readModels(source);
  const [found] = reading?.kind === "models" ? reading.models : [];
  return found?.modelId === undefined ? undefined : { ...found, modelId: found.modelId };
}

function changesTo(model: Model, before: Model, locale: Locale) {
  return fieldChanges(modelFields(before, locale), modelFields(model, locale));
}

/** Corrects what an added model is called and what its fields are. @throws AppError `notFound` */
export async function correctModel(id: string, corrections: ModelCorrections, deps: AddedModelDeps): Promise<void> {
  const before = (await deps.store.list()).find(({ found }) => found.modelId === id);
  if (!before) throw new AppError("notFound");
  const { name = before.corrections.name, kinds = before.corrections.kinds } = corrections;
  const added = { ...before, corrections: { name, kinds }, updatedAtMs: deps.now() };
  await deps.store.put(added);
  makeKnown(added, deps.known);
}

/** Takes that were made with it stay. @throws AppError `notFound` */
export async function removeModel(
  id: string,
  { store, known }: Pick<AddedModelDeps, "store" | "known">,
): Promise<void> {
  if (!(await store.remove(id))) throw new AppError("notFound");
  known.remove(id);
}

/** Added models as a file that `addModels` reads again; all of them, or those with these ids. */
export async function exportModels(
  ids: readonly string[] | undefined,
  { store }: Pick<AddedModelDeps, "store">,
): Promise<{ dailies: "models"; models: object[] }> {
  const chosen = (await store.list()).filter(({ found }) => ids?.includes(found.modelId) ?? true);
  const models = chosen.map(({ found: { modelId, derived, ...found }, corrections: { name, kinds } }) => ({
    id: modelId,
    ...found,
    ...(name && { name, named: true }),
    ...(kinds && Object.keys(kinds).length > 0 && { kinds }),
    ...(derived && { derived }),
  }));
  return { dailies: "models", models };
}

function addedOf(
  found: FoundModel & { modelId: string },
  said: ModelCorrections,
  before: AddedModel | undefined,
  { nowMs, readAtMs }: { nowMs: number; readAtMs: number },
): AddedModel {
  const { kinds, named, price, ...rest } = onto(found, before?.found);
  const priced = price && { price: { ...price, asOfMs: price.asOfMs ?? readAtMs } };
  const corrections = correctionsOf(said, found, before);
  return { found: { ...rest, ...priced }, corrections, addedAtMs: before?.addedAtMs ?? nowMs, updatedAtMs: nowMs };
}

/** What is said of a model now, in its file, and before; the first of these counts. */
function correctionsOf(
  { name, kinds }: ModelCorrections,
  found: FoundModel,
  before: AddedModel | undefined,
): AddedModel["corrections"] {
  const earlier = before?.corrections;
  const inFile = found.named ? found.name : undefined;
  return { name: name ?? inFile ?? earlier?.name, kinds: { ...earlier?.kinds, ...found.kinds, ...kinds } };
}

function readOrRefuse(text: string) {
  const reading = readModels(text);
  if (reading.kind === "refused") throw new AppError("notAModel", { reason: reading.reason, ...reading.params });
  return reading;
}

function checkedId(id: string | undefined): string | undefined {
  const trimmed = id?.trim();
  if (trimmed === undefined || trimmed === "") return undefined;
  if (!isUsableId(trimmed)) throw wrongId(trimmed);
  return trimmed;
}

function wrongId(value: string): AppError {
  const issue = { field: "modelId", code: value === "" ? "required" : "notAModelId", params: { value } } as const;
  return new AppError("invalidInput", { count: 1 }, { issues: [issue] });
}

function stateOf(addedBefore: AddedModel | undefined, before: Model | undefined): "new" | "added" | "shipped" {
  if (addedBefore) return "added";
  return before ? "shipped" : "new";
}
