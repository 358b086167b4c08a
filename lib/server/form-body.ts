import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { typeRefusal } from "@/lib/media/type-refusal";
import { readText } from "./json-body";
import { parseAs } from "./parse";

const FORM = "application/x-www-form-urlencoded";
export const MAX_FORM_BYTES = 100_000;

/** A form's members as `schema` has them. @throws AppError `unsupportedType`, `tooLarge`, `invalidRequest` */
export async function readForm<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== FORM) throw new AppError("unsupportedType", typeRefusal(type || "none", [FORM]));
  return parseAs(schema, Object.fromEntries(new URLSearchParams(await readText(request, MAX_FORM_BYTES))));
}
