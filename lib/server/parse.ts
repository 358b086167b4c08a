import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { isNestedTooDeeply, MAX_NESTING } from "@/lib/json";

/**
 * What came from outside, as `schema` has it.
 * @throws AppError `invalidRequest` naming the member that is wrong, or how deep values may be nested
 */
export function parseAs<T>(schema: z.ZodType<T>, value: unknown): T {
  if (isNestedTooDeeply(value)) {
    throw new AppError("invalidRequest", { reason: "tooDeep", max: MAX_NESTING });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalidRequest", factsOf(parsed.error.issues[0]));
}

/** What is wrong with a member, as facts for the messages: which one, and what would be right where that can be said. */
function factsOf(issue: z.core.$ZodIssue | undefined): Record<string, string | number> {
  const member = issue?.path.join(".") || "body";
  if (issue?.code === "unrecognized_keys")
    return { reason: "unknown", member: [...issue.path, issue.keys[0]].join(".") };
  if (issue?.code === "invalid_type") return { reason: "wrongType", member, expected: issue.expected };
  if (issue?.code === "invalid_value") return { reason: "wrongChoice", member, choices: issue.values.join(", ") };
  if (issue?.code === "too_small")
    return { reason: "tooSmall", member, origin: issue.origin, limit: Number(issue.minimum) };
  if (issue?.code === "too_big")
    return { reason: "tooBig", member, origin: issue.origin, limit: Number(issue.maximum) };
  return { reason: "wrong", member };
}

/** The address's parameters as `schema` has them. @throws AppError `invalidRequest` */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): T {
  return parseAs(schema, Object.fromEntries(new URL(request.url).searchParams));
}
