import { findModel } from "@/lib/models/catalog";
import type { Model } from "@/lib/models/model";

/** The four models that the project began with, as they ship. */
export const REFERENCE_TO_VIDEO = shipped("happyhorse/happyhorse-1.0/reference-to-video");
export const IMAGE_TO_VIDEO = shipped("happyhorse/happyhorse-1.0/image-to-video");
export const FANTASY_PORTRAIT = shipped("community/fantasy-portrait/image-to-video");
export const TEXT_TO_VIDEO = shipped("tencent/hunyuan/text-to-video");
export const SEED_MODELS: readonly Model[] = [REFERENCE_TO_VIDEO, IMAGE_TO_VIDEO, FANTASY_PORTRAIT, TEXT_TO_VIDEO];

function shipped(id: string): Model {
  const model = findModel(id);
  if (!model) throw new Error(`${id} does not ship`);
  return model;
}
