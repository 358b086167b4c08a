import type { JsonObject } from "@/lib/json";
import type { UpstreamName } from "./job";
import { type NewJobDeps, tryInput } from "./new-job";
import { payloadHashOf } from "./payload-hash";

type Held = { upstream: UpstreamName; payloadHash: string };
type Asked = { modelId: string; upstream?: UpstreamName | undefined; inputs: JsonObject[] };

/**
 * Whether the payload that `held` was made of is asked for once more: as it came, or as it would be sent. Its model, its files and
 * the services may have changed since, so that it would be refused today; it has been made all the same, and may be paid.
 */
export async function isAskedAgain(
  held: Held,
  { modelId, upstream = held.upstream, inputs }: Asked,
  { payloadOf, deps }: { payloadOf: (inputs: JsonObject[]) => JsonObject; deps: NewJobDeps },
): Promise<boolean> {
  const isHeld = (all: JsonObject[]) => payloadHashOf({ modelId, upstream, ...payloadOf(all) }) === held.payloadHash;
  if (isHeld(inputs)) return true;
  const fields = deps.fieldsOf(modelId);
  if (!fields) return false;
  const results = await Promise.all(inputs.map((input) => tryInput(fields, input, deps.assets)));
  const checked = results.flatMap((result) => (result.ok ? [result.checked.input] : []));
  return checked.length === inputs.length && isHeld(checked);
}
