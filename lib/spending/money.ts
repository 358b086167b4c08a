/** Money is counted in whole millionths of a US dollar, so that sums are exact. */
const MICROS_PER_USD = 1_000_000;
const MAX_USD = 1_000_000;
const AMOUNT = /^(\d{1,7})(?:\.(\d{1,6}))?$/;

/** An amount as people write it (`25`, `0.50`), or undefined for anything else. */
export function readUsd(text: string): number | undefined {
  const [, whole, fraction = ""] = AMOUNT.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const micros = Number(whole) * MICROS_PER_USD + Number(fraction.padEnd(6, "0"));
  return micros <= MAX_USD * MICROS_PER_USD ? micros : undefined;
}

/** An amount that is a number already; undefined where it cannot be a price. */
export function microsOf(usd: number): number | undefined {
  return usd >= 0 && usd <= MAX_USD ? Math.round(usd * MICROS_PER_USD) : undefined;
}

const format = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 4 });

/** An amount without its currency; all four languages write it so. */
export function usdText(micros: number): string {
  return format.format(micros / MICROS_PER_USD);
}
