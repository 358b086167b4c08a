import { z } from "zod";

/** What `npm audit --json` came to. `unknown`: nobody could be asked, and so nothing is proved either way. */
export type Advice =
  | { kind: "clean"; lesser: number }
  | { kind: "found"; packages: string[] }
  | { kind: "unknown"; reason: string };

const REFUSING = new Set(["high", "critical"]);
const reportSchema = z.object({ vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })) });
const errorSchema = z.object({
  message: z.string().optional(),
  error: z.object({ code: z.string().optional(), summary: z.string().optional() }).optional(),
});

/** Reads what npm prints, which is a report, or says why there is none. */
export function readAdvice(printed: string): Advice {
  const answer = parse(printed);
  const report = reportSchema.safeParse(answer);
  if (report.success) {
    const found = Object.entries(report.data.vulnerabilities);
    const packages = found.flatMap(([name, { severity }]) => (REFUSING.has(severity) ? [`${name} (${severity})`] : []));
    return packages.length > 0 ? { kind: "found", packages } : { kind: "clean", lesser: found.length };
  }
  const said = errorSchema.safeParse(answer).data;
  const reason = said?.message || said?.error?.summary || said?.error?.code || "npm printed no report";
  return { kind: "unknown", reason: reason.split("\n")[0] ?? "" };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
