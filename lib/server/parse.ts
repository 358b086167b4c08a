import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { isNestedTooDeeply, MAX_NESTING } from "@/lib/json";

/**
 * What came from outside, as `schema` has it.
 * @throws AppError `invalidRequest` naming the member that is wrong, or how deep values may be nested
 */
export function parseAs<T>(schema: z.ZodType<T>, value: unknown): T {
  if (isNestedTooDeeply(value)) {
    throw new AppError("invalidRequest", { reason: `values are nested more than ${MAX_NESTING} deep` });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError("invalidRequest", { reason: [issue?.path.join("."), issue?.message].filter(Boolean).join(": ") });
}

/** The address's parameters as `schema` has them. @throws AppError `invalidRequest` */
export function readQuery<T>(request: Request, schema: z.ZodType<T>): T {
  return parseAs(schema, Object.fromEntries(new URL(request.url).searchParams));
}
