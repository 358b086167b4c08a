import { z } from "zod";
import { SCENARIO_WORDS } from "@/lib/sandbox/scenarios";

/** What a request id of the service looks like (seen in the service's clients, undocumented). It also names a folder here. */
export const REQUEST_ID = /^[A-Za-z0-9_-]{1,128}$/;

const base = z.object({
  id: z.string().regex(REQUEST_ID),
  /** Counts the requests of one folder: the order in which they were accepted. */
  sequence: z.int(),
  modelId: z.string(),
  /** Drawn when the request was accepted, so that a render begun again after a restart gives the same frames. */
  seed: z.number(),
  scenarios: z.array(z.enum(SCENARIO_WORDS)),
  createdAtMs: z.number(),
  /** Until then the request stays queued and can be cancelled. */
  renderNotBeforeMs: z.number(),
  /** What its input takes on disk until it has ended; records of earlier versions do not say. */
  inputBytes: z.int().default(0),
});
const ended = base.extend({ finishedAtMs: z.number() });

export const sandboxRequestSchema = z.discriminatedUnion("status", [
  base.extend({ status: z.literal("queued") }),
  base.extend({ status: z.literal("rendering"), startedAtMs: z.number() }),
  ended.extend({ status: z.literal("succeeded"), output: z.enum(["video", "none"]) }),
  ended.extend({ status: z.literal("failed"), error: z.string() }),
  ended.extend({ status: z.literal("cancelled") }),
]);

/** One accepted submission and how far it has come. */
export type SandboxRequest = z.infer<typeof sandboxRequestSchema>;
export type QueuedRequest = Extract<SandboxRequest, { status: "queued" }>;
export type RenderingRequest = Extract<SandboxRequest, { status: "rendering" }>;
export type UnfinishedRequest = QueuedRequest | RenderingRequest;
export type EndedRequest = Exclude<SandboxRequest, UnfinishedRequest>;

/** How a render ended, before it is put on record. */
export type RequestEnd = { status: "succeeded"; output: "video" | "none" } | { status: "failed"; error: string };

export function isEnded(request: SandboxRequest): request is EndedRequest {
  return request.status !== "queued" && request.status !== "rendering";
}

export function started(request: QueuedRequest, nowMs: number): RenderingRequest {
  return { ...request, status: "rendering", startedAtMs: nowMs };
}

export function cancelled(request: QueuedRequest, nowMs: number): EndedRequest {
  return { ...request, status: "cancelled", finishedAtMs: nowMs };
}

export function finished(request: RenderingRequest, end: RequestEnd, nowMs: number): EndedRequest {
  const { startedAtMs: _, ...rest } = request;
  return { ...rest, ...end, finishedAtMs: nowMs };
}
