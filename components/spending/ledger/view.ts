import { DAY_MS, daysBetween, LEDGER_BY, type LedgerBy, MAX_LEDGER_DAYS } from "@/lib/spending/ledger";

export const RANGES = ["month", "30days", "year", "own"] as const;
export type Range = (typeof RANGES)[number];
/** What the page shows; its address holds the same. */
export type LedgerView = { by: LedgerBy; range: Range; from: string; to: string };

type Days = { from: string; to: string };
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What an address asks for; what is unknown or wrong in it is left out. `today` is a day in UTC. */
export function readView(parameters: { get(name: string): string | null }, today: string): LedgerView {
  const by = LEDGER_BY.find((each) => each === parameters.get("by")) ?? "day";
  const own = { from: parameters.get("from") ?? "", to: parameters.get("to") ?? "" };
  if (faultOf(own) === undefined) return { by, range: "own", ...own };
  const named = parameters.get("range");
  const range = named === "30days" || named === "year" ? named : "month";
  return { by, range, ...daysOf(range, today) };
}

/** The one way to write a view into an address, without the question mark. */
export function viewSearch({ by, range, from, to }: LedgerView): string {
  const parameters = new URLSearchParams();
  if (by !== "day") parameters.set("by", by);
  if (range === "own") for (const [name, day] of Object.entries({ from, to })) parameters.set(name, day);
  else if (range !== "month") parameters.set("range", range);
  return parameters.toString();
}

/** The whole month and the whole year, so that a day's place in the chart stays. */
export function daysOf(range: Exclude<Range, "own">, today: string): Days {
  const [year, month] = [today.slice(0, 4), today.slice(0, 7)];
  if (range === "year") return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (range === "30days") return { from: dayAfter(today, -29), to: today };
  return { from: `${month}-01`, to: dayAfter(`${dayAfter(`${month}-01`, 31).slice(0, 7)}-01`, -1) };
}

/** Why days are none that the ledger takes. */
export function faultOf(days: Days): "noDate" | "backwards" | "tooLong" | undefined {
  if (!isDate(days.from) || !isDate(days.to)) return "noDate";
  const length = daysBetween(days);
  if (length < 1) return "backwards";
  return length > MAX_LEDGER_DAYS ? "tooLong" : undefined;
}

export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function isDate(text: string): boolean {
  const timeMs = DATE.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(timeMs) && new Date(timeMs).toISOString().startsWith(text);
}
