import { z } from "zod";
import type { JobView } from "@/lib/jobs/ports";
import type { Field } from "@/lib/schema/field";
import type { Asset } from "@/lib/storage/asset";
import type { Share } from "./share";
import { type SharedReference, sharedReferences } from "./shared-references";
import { inputSettings, inputTexts } from "./shown-input";

const labelled = z.strictObject({ label: z.string(), value: z.string() });
const kind = z.enum(["image", "video", "audio"]);

const takeSchema = z.strictObject({
  /** A to F in a comparison. */
  letter: z.string().optional(),
  outputs: z.array(
    z.strictObject({
      kind,
      mediaType: z.string(),
      width: z.number().nullable(),
      height: z.number().nullable(),
      durationMs: z.number().nullable(),
      url: z.string(),
      posterUrl: z.string().nullable(),
      downloadUrl: z.string().optional(),
    }),
  ),
  texts: z.array(labelled).optional(),
  settings: z.array(labelled).optional(),
  references: z.array(z.strictObject({ label: z.string(), kind, url: z.string() })).optional(),
});

/** All that a visitor is told, member by member. What is not named here stays in the studio. */
export const publicShareSchema = z.strictObject({
  title: z.string().nullable(),
  takes: z.array(takeSchema),
});
export type PublicShare = z.infer<typeof publicShareSchema>;
export type PublicTake = PublicShare["takes"][number];

/** What a model is called, and its fields, in the visitor's language; undefined where the model is gone. */
export type ModelOf = (modelId: string) => { name: string; fields: readonly Field[] } | undefined;
export type ValueWords = { model: string; on: string; off: string };

export type PublicViewDeps = {
  modelOf: ModelOf;
  words: ValueWords;
  assetsOf: (ids: readonly string[]) => Promise<readonly Asset[]>;
};

/** `path` is the address of the share's page, under which all its files are. */
export async function publicView(
  { share, takes, path }: { share: Share; takes: readonly JobView[]; path: string },
  deps: PublicViewDeps,
): Promise<PublicShare> {
  const shown = takes.map(async (view, place): Promise<PublicTake> => {
    const address = (file: string, name: string, index: number) => `${path}/${file}?take=${place}&${name}=${index}`;
    const references = share.shown.references ? await sharedReferences(view.job, deps) : undefined;
    return {
      ...(takes.length > 1 && { letter: letterAt(place) }),
      outputs: view.outputs.map((asset, index) => outputView(asset, { share, index, address })),
      ...shownInput(share, view, deps),
      ...(references && { references: references.map((reference, index) => referenceView(reference, index, address)) }),
    };
  });
  return publicShareSchema.parse({
    title: share.title ?? null,
    takes: await Promise.all(shown),
  });
}

type Address = (file: string, name: string, index: number) => string;

export function letterAt(place: number): string {
  return String.fromCharCode("A".charCodeAt(0) + place);
}

function outputView(asset: Asset, { share, index, address }: { share: Share; index: number; address: Address }) {
  const url = address(asset.kind === "image" ? "image" : "video", "output", index);
  return {
    kind: asset.kind,
    mediaType: asset.mediaType,
    width: asset.width ?? null,
    height: asset.height ?? null,
    durationMs: asset.durationMs ?? null,
    url,
    posterUrl: asset.posterKey === undefined ? null : address("poster", "output", index),
    ...(share.shown.download && { downloadUrl: `${url}&download=1` }),
  };
}

function shownInput(share: Share, { job }: JobView, { modelOf, words }: PublicViewDeps) {
  const model = modelOf(job.modelId);
  const texts = share.shown.prompt && model && inputTexts(job.input, model.fields);
  const settings = share.shown.settings &&
    model && [{ label: words.model, value: model.name }, ...inputSettings(job.input, model.fields, words)];
  return { ...(texts && { texts }), ...(settings && { settings }) };
}

function referenceView({ label, asset }: SharedReference, index: number, address: Address) {
  return { label, kind: asset.kind, url: address("reference", "reference", index) };
}
