import { z } from "zod";
import { microsOf } from "@/lib/spending/money";
import { isRequestId } from "./addresses";
import type { ApiKey } from "./api-key";
import { type ServiceFault, statusOfErrorCode } from "./errors";
import type { HttpAnswer } from "./http";
import { cleanText, issueOf, textOf } from "./service-text";

/** An answer of the service in our words; the same for all verbs, because an error can stand in any of them. */
export type ServiceAnswer = {
  httpStatus: number;
  retryAfterMs?: number;
  /** Why nothing could be read, where that is so. */
  flaw?: string;
  requestId?: string;
  /** What stands where the id should and is not of its form: by it nobody can be asked, but an account can be searched. */
  oddId?: string;
  /** Whether it gives an address of a request, as the answer to a submit that was taken does. */
  hasAddress: boolean;
  /** The status word in lower case with underscores. */
  word?: string;
  queuePosition?: number;
  cancelOutcome?: string;
  /** In millionths of a dollar. */
  costMicros?: number;
  output: unknown;
  /** Why the job failed, as text; empty where nothing is said. */
  failureText: string;
  /** Present when the HTTP status or an error code says that the request itself failed. */
  fault?: ServiceFault;
};

const optionalText = z.string().optional().catch(undefined);
const digits = z.string().regex(/^\d+$/).transform(Number);
const position = z.union([z.number(), digits]).pipe(z.number().int().nonnegative());

const bodySchema = z.object({
  request_id: z.unknown().optional(),
  status_url: optionalText,
  result_url: optionalText,
  cancel_url: optionalText,
  status: optionalText,
  queue_position: position.optional().catch(undefined),
  outcome: optionalText,
  cost: z.unknown().optional(),
  output: z.unknown().optional(),
  error_code: z.union([z.string(), z.number()]).optional().catch(undefined),
  error_message: z.unknown().optional(),
  message: z.unknown().optional(),
  error: z.unknown().optional(),
  detail: z.unknown().optional(),
});
type Body = z.infer<typeof bodySchema>;

const MAX_ODD_ID_CHARS = 200;

/** Reads whatever came: what does not fit is as good as absent, because the bodies of several errors are not documented. */
export function readServiceAnswer({ status, body, flaw, retryAfterMs }: HttpAnswer, key?: ApiKey): ServiceAnswer {
  const parsed = bodySchema.safeParse(body);
  const known: Partial<Body> = parsed.success ? parsed.data : {};
  const clean = (text: string, maxChars?: number) => cleanText(key ? key.redact(text) : text, maxChars);
  const answer: ServiceAnswer = {
    httpStatus: status,
    hasAddress: [known.status_url, known.result_url, known.cancel_url].some(Boolean),
    output: known.output,
    failureText: clean(textOf(known.error)),
  };
  if (retryAfterMs !== undefined) answer.retryAfterMs = retryAfterMs;
  if (!parsed.success) answer.flaw = flaw ?? "the answer was not an object";
  const oddId = isRequestId(known.request_id) ? "" : clean(textOf(known.request_id), MAX_ODD_ID_CHARS);
  if (isRequestId(known.request_id)) answer.requestId = known.request_id;
  else if (oddId !== "") answer.oddId = oddId;
  const word = clean(
    (known.status ?? "")
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
    64,
  );
  if (word !== "") answer.word = word;
  if (known.queue_position !== undefined) answer.queuePosition = known.queue_position;
  const costMicros = costOf(known.cost);
  if (costMicros !== undefined) answer.costMicros = costMicros;
  if (known.outcome) answer.cancelOutcome = known.outcome.toLowerCase();
  const fault = faultOf(status, known, clean);
  if (fault) answer.fault = fault;
  return answer;
}

/** As many as the text of all of them tells. */
const MAX_ISSUES = 20;

function faultOf(httpStatus: number, body: Partial<Body>, clean: (text: string) => string): ServiceFault | undefined {
  const errorCode = errorCodeOf(body);
  if (httpStatus >= 200 && httpStatus < 300 && errorCode === undefined) return undefined;
  const text =
    [body.error_message, body.message, body.error].map(textOf).find((candidate) => candidate.trim() !== "") ?? "";
  const isListed = typeof body.detail === "object";
  // A list of details says more than the headline above it.
  const headline = text.replace(/[\s.:\u3002]+$/u, "");
  const texts = isListed || text === "" ? [headline, textOf(body.detail)] : [text];
  const fault: ServiceFault = { httpStatus, message: clean(texts.filter(Boolean).join(": ")) };
  if (errorCode !== undefined) fault.errorCode = clean(errorCode);
  const issues = [body.detail]
    .flat()
    .slice(0, MAX_ISSUES)
    .flatMap((item) => issueOf(item) ?? []);
  const [first, ...others] = issues.map(({ field, message }) => ({ field: clean(field), message: clean(message) }));
  if (first) fault.field = first.field;
  if (first && others.length > 0) fault.issues = [first, ...others];
  return fault;
}

/** Seen as a number of US dollars; anything else that cannot be read as one says nothing. */
function costOf(cost: unknown): number | undefined {
  if (typeof cost === "number") return microsOf(cost);
  const [, amount] = /^\s*\$?\s*(\d+(?:\.\d+)?)\s*$/.exec(typeof cost === "string" ? cost : "") ?? [];
  return amount === undefined ? undefined : microsOf(Number(amount));
}

/** A code that says that something is wrong: zero, nothing and 200xxx do not. */
function errorCodeOf({ error_code: raw }: Partial<Body>): string | undefined {
  const code = String(raw ?? "").trim();
  if (code === "" || /^0+$/.test(code) || statusOfErrorCode(code)?.toString().startsWith("2")) return undefined;
  return code;
}
