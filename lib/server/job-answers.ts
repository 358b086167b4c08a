import { createHash } from "node:crypto";
import { after } from "next/server";
import type { WireJob } from "@/lib/api/contract";
import { AppError } from "@/lib/errors";
import type { Container } from "./container";
import type { HandlerContext } from "./handler";

type Answering = Pick<HandlerContext<object>, "container" | "locale">;

/** `{job}` as it stands now. @throws AppError `notFound` */
export async function answerJob(
  id: string,
  { container, locale }: Answering,
  init: { status?: number; with?: object; job?: Pick<WireJob, "collectionIds"> } = {},
): Promise<Response> {
  const job = await container.readJob(id, locale);
  if (!job) throw new AppError("notFound");
  return answerFresh({ job: init.job ? { ...job, ...init.job } : job, ...init.with }, init.status);
}

/** `{group}` as it stands now. @throws AppError `notFound` */
export async function answerGroup(
  id: string,
  { container, locale }: Answering,
  init: { status?: number; with?: object } = {},
): Promise<Response> {
  const group = await container.readGroup(id, locale);
  if (!group) throw new AppError("notFound");
  return answerFresh({ group, ...init.with }, init.status);
}

function answerFresh(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** JSON with an ETag over its text; 304 where the caller has the same already. */
export function answerTagged(body: object, request: Request): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const headers = { etag, "cache-control": "private, no-cache", vary: "accept-language, cookie" };
  if (isKnown(etag, request.headers.get("if-none-match"))) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, "content-type": "application/json" } });
}

/** Where no reconciler runs (a sleeping or serverless process), reading lets due jobs take a step after the answer. */
export function tickIfAsleep(container: Container): void {
  if (container.isAsleep()) after(container.tick);
}

/** As RFC 9110 compares for `If-None-Match`: one of a list, weak or strong. */
function isKnown(etag: string, header: string | null): boolean {
  const tags = header?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(etag) || tags.includes("*");
}
