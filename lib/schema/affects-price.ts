import type { Field, FieldRole } from "./field";

/** By what the service charges where a field counts: the message `fields.price.<reason>` explains it. */
export type PriceReason = "seconds" | "size" | "outputs";

const REASONS: Partial<Record<FieldRole, PriceReason>> = {
  seconds: "seconds",
  frames: "seconds",
  resolution: "size",
  pixels: "size",
  width: "size",
  height: "size",
  outputs: "outputs",
};

/**
 * Why a field may change what a take costs, by its role alone. A frame rate does where seconds are asked for, since more frames
 * are made; where the number of frames is itself a field, it only changes how fast they are shown.
 */
export function affectsPrice(field: Field, form: readonly Field[] = []): PriceReason | undefined {
  const { role } = field;
  if (role === undefined || isFact(field)) return undefined;
  if (role !== "frameRate") return REASONS[role];
  return form.some((other) => other.role === "frames") ? undefined : "seconds";
}

/** What cannot be changed cannot change the price. */
function isFact(field: Field): boolean {
  return field.kind === "choice" && field.options.length === 1 && (field.required || field.default !== undefined);
}
