import type { WireJobModel } from "@/lib/api/contract";
import type { Locale } from "@/lib/i18n/locales";
import type { Job } from "@/lib/jobs/job";
import { modelFields, toWireModel } from "@/lib/models/localize";
import type { Model } from "@/lib/models/model";
import type { Catalog } from "@/lib/models/own-models";
import { type ModelVersionStore, versionOf } from "@/lib/models/version";
import { fieldChanges } from "@/lib/schema/field-changes";

export type ModelVersions = {
  keepVersion(modelId: string): Promise<string | undefined>;
  /** The model that a job was made with, and how it has changed since; undefined where nothing of it is known any more. */
  readJobModel(job: Pick<Job, "modelId" | "modelVersion">, locale: Locale): Promise<WireJobModel | undefined>;
};

export function createModelVersions({
  catalog,
  store,
}: {
  catalog: Pick<Catalog, "find">;
  store: ModelVersionStore;
}): ModelVersions {
  const versions = new WeakMap<Model, string>();
  const kept = new Set<string>();
  const nameOf = (model: Model) => {
    const version = versions.get(model) ?? versionOf(model);
    versions.set(model, version);
    return version;
  };

  return {
    async keepVersion(modelId) {
      const model = catalog.find(modelId);
      if (!model) return undefined;
      const version = nameOf(model);
      if (!kept.has(version)) await store.keep(version, model);
      kept.add(version);
      return version;
    },

    async readJobModel({ modelId, modelVersion }, locale) {
      const now = catalog.find(modelId);
      // Jobs that are older than the versions are shown by what their model is now.
      if (now && (modelVersion === undefined || modelVersion === nameOf(now))) {
        return { model: toWireModel(now, locale), isGone: false, changes: [] };
      }
      const then = modelVersion === undefined ? undefined : await store.find(modelVersion);
      if (!then) return undefined;
      const changes = now ? fieldChanges(modelFields(then, locale), modelFields(now, locale)) : [];
      return { model: toWireModel(then, locale), isGone: !now, changes };
    },
  };
}
