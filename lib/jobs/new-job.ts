import { AppError } from "@/lib/errors";
import type { JsonObject } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { planFrame } from "@/lib/schema/frame";
import { checkMedia } from "@/lib/schema/media-check";
import { createValidator } from "@/lib/schema/validator";
import { firstImage, mediaRefs } from "@/lib/schema/values";
import { type Asset, assetIdOf } from "@/lib/storage/asset";
import type { AssetStore } from "@/lib/storage/ports";

export type CheckedInput = { input: JsonObject; frame: { width: number; height: number } };

/**
 * The input as it will be sent, held against the model's fields and the stored files, and the frame that it asks for.
 * @throws AppError `invalidInput` naming every field that is wrong
 */
export async function checkInput(fields: Field[], input: JsonObject, assets: AssetStore): Promise<CheckedInput> {
  const parsed = createValidator(fields).parse(input);
  if (!parsed.ok) throw new AppError("invalidInput", { count: parsed.issues.length }, { issues: parsed.issues });
  const named = mediaRefs(fields, parsed.value).flatMap((ref) => assetIdOf(ref.value) ?? []);
  const stored = new Map((await assets.getMany(named)).map((asset) => [asset.id, asset]));
  const issues = checkMedia(fields, parsed.value, (id) => stored.get(id));
  if (issues.length > 0) throw new AppError("invalidInput", { count: issues.length }, { issues });
  const { width, height } = planFrame(fields, parsed.value, sizeOf(firstImage(fields, parsed.value)?.value, stored));
  return { input: parsed.value, frame: { width, height } };
}

/** In pixels; undefined for a picture that is not stored here. */
function sizeOf(value: string | undefined, stored: ReadonlyMap<string, Asset>) {
  const image = stored.get(assetIdOf(value ?? "") ?? "");
  return image?.width && image.height ? { width: image.width, height: image.height } : undefined;
}
