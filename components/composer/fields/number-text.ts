/** Reads a number as people write it: full-width digits, a comma for the decimals, spaces or commas between thousands. */
export function readNumber(text: string, whole: boolean): number | undefined {
  const plain = text.normalize("NFKC").replace(/[−–]/g, "-").trim();
  const grouped = whole ? /^[+-]?\d{1,3}([ ,'’]\d{3})+$/ : /^[+-]?\d{1,3}([ '’]\d{3})+([.,]\d+)?$/;
  const joined = grouped.test(plain) ? plain.replace(whole ? /[ ,'’]/g : /[ '’]/g, "") : plain;
  const pointed = joined.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(pointed) ? Number(pointed) : undefined;
}

/** The width of a slider's stops, and of a press of an arrow key. */
export function stepOf(field: { kind: string; min?: number; max?: number }): number {
  if (field.kind === "integer" || field.kind === "seed") return 1;
  const { min, max } = field;
  return min !== undefined && max !== undefined && max - min > 5 ? 0.1 : 0.05;
}

/** A sum without the dust that binary fractions leave (0.1 + 0.2). */
export function withoutDust(value: number): number {
  return Number(value.toFixed(6));
}
