type NamedTake = { id: string; modelName: string; createdAt: string; input: Record<string, unknown> };

const MAX_MODEL_CHARACTERS = 60;

/** What the file of a take is called without its extension: day, model, seed, the beginning of its id. */
export function takeName({ id, modelName, createdAt, input }: NamedTake): string {
  const { seed } = input;
  const parts = [
    createdAt.slice(0, 10),
    [...modelName.replace(/[^\p{L}\p{N}.]+/gu, "-")].slice(0, MAX_MODEL_CHARACTERS).join(""),
    ...(typeof seed === "number" || (typeof seed === "string" && /^\d+$/.test(seed)) ? [`seed-${seed}`] : []),
    id.slice(0, 8),
  ];
  return parts.map((part) => part.replace(/^-+|-+$/g, "")).join("_");
}
