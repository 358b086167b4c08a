import type { WireGroup } from "@/lib/api/contract";
import type { Locale } from "@/lib/i18n/locales";
import { groupToWire } from "./group-wire";
import type { ReadJobsDeps } from "./read-jobs";

/** A group as it stands now, or undefined where there is none. */
export async function readGroup(
  id: string,
  locale: Locale,
  { store, modelName }: Pick<ReadJobsDeps, "store" | "modelName">,
): Promise<WireGroup | undefined> {
  const view = await store.viewGroup(id);
  return view && groupToWire(view, modelName(view.group.modelId, locale) ?? view.group.modelId);
}
