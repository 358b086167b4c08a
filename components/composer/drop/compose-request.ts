import type { JsonObject } from "@/lib/json";
import { LEFT_OUT } from "@/lib/media/take-settings";
import type { Field } from "@/lib/schema/field";
import { assetIdOf } from "@/lib/storage/asset";
import type { Composition, MediaItem } from "../composition";
import { compositionOf } from "../start-composition";

/**
 * The composition that a request from elsewhere stands for. Where it names a file that this studio does not have, or one that was
 * left out, the tile says `missing`.
 */
export async function composeRequest(
  fields: readonly Field[],
  input: JsonObject,
  missing: string,
): Promise<Composition> {
  const { values, media } = compositionOf(fields, input);
  const refs = new Set(Object.values(media).flatMap((items) => items.flatMap(({ ref }) => ref ?? [])));
  const gone = new Set<string>();
  await Promise.all(Array.from(refs, async (ref) => (await isGone(ref)) && gone.add(ref)));
  const marked = (item: MediaItem): MediaItem => {
    if (item.ref === undefined || !gone.has(item.ref)) return item;
    const { ref: _, previewUrl: __, ...rest } = item;
    return { ...rest, state: "refused", problem: missing };
  };
  return {
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== LEFT_OUT)),
    media: Object.fromEntries(Object.entries(media).map(([slot, items]) => [slot, items.map(marked)])),
  };
}

/** Only what the studio says that it has not: an answer that does not come means nothing. */
async function isGone(ref: string): Promise<boolean> {
  if (ref === LEFT_OUT) return true;
  const id = assetIdOf(ref);
  if (id === undefined) return false;
  const answer = await fetch(`/api/assets/${encodeURIComponent(id)}`, { method: "HEAD" }).catch(() => undefined);
  return answer?.status === 404;
}
