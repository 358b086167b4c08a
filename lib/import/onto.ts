import { isJsonObject, type JsonObject } from "@/lib/json";
import type { FoundModel } from "./found-model";

/** A model found anew: what an earlier text told of it and this one does not say stays, the example as far as there are fields for it. */
export function onto<F extends FoundModel>(found: F, before: FoundModel | undefined): F {
  if (!before) return found;
  const { name = before.name, summary = before.summary, kind = before.kind, inputSchema } = found;
  // A price of nothing, which is the sandbox's, tells nothing.
  const price = found.price?.usd ? found.price : before.price;
  const hasExample = Object.keys(found.example).length > 0;
  return {
    ...found,
    ...(name !== undefined && { name }),
    ...(summary !== undefined && { summary }),
    ...(kind && { kind }),
    ...(price && { price }),
    example: hasExample ? found.example : fitting(before.example, inputSchema),
  };
}

function fitting(example: JsonObject, { properties }: JsonObject): JsonObject {
  const known = isJsonObject(properties) ? properties : {};
  return Object.fromEntries(Object.entries(example).filter(([key]) => Object.hasOwn(known, key)));
}
