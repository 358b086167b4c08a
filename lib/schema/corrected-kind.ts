import { type Property, readSchema } from "./dialect";
import { type MediaShape, recogniseMedia } from "./media";

/** What somebody may say that a field is, where its schema was read otherwise. */
export const CORRECTED_KINDS = ["text", "prompt", "image", "video", "audio", "integer", "seed"] as const;
export type CorrectedKind = (typeof CORRECTED_KINDS)[number];

/** What a property can be corrected to: only what its type can hold. Choices, switches and structures are what they say. */
export function correctableKinds({ type, choices, items, puzzle }: Property): readonly CorrectedKind[] {
  if (choices !== undefined || puzzle !== undefined) return [];
  if (type === "string") return ["text", "prompt", "image", "video", "audio"];
  if (type === "integer") return ["integer", "seed"];
  const holdsTexts = items === undefined || ((items.type === "string" || items.type === "unknown") && !items.choices);
  return type === "array" && holdsTexts ? ["image", "video", "audio"] : [];
}

/** The same for a whole schema, by key; keys that cannot be corrected are left out. */
export function correctableFields(schema: unknown): Record<string, readonly CorrectedKind[]> {
  const reading = readSchema(schema);
  if (!reading.ok) return {};
  const kinds = reading.properties.map((property) => [property.key, correctableKinds(property)] as const);
  return Object.fromEntries(kinds.filter(([, possible]) => possible.length > 0));
}

/** As `recogniseMedia`, unless somebody has said what it is. A correction that the schema has no room for any more is none. */
export function mediaAs(kind: CorrectedKind | undefined, property: Property): MediaShape | undefined {
  if (kind === undefined || !correctableKinds(property).includes(kind)) return recogniseMedia(property);
  if (kind !== "image" && kind !== "video" && kind !== "audio") return undefined;
  return { media: kind, list: property.type === "array" };
}
