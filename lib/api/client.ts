import type {
  JobListParameters,
  NewGroupRequest,
  NewJobRequest,
  WireAsset,
  WireCancelAnswer,
  WireCancelGroupAnswer,
  WireGroup,
  WireJob,
  WireJobList,
  WireLookAgainAnswer,
  WireModel,
  WireModelSummary,
  WireProblem,
} from "./contract";
import { originOf } from "./frame-origin";
import type { WireLineage } from "./lineage-contract";

const SIGNED_OUT = 401;
/** On the window, when the studio no longer knows who asks. */
export const SIGNED_OUT_EVENT = "dailies:signed-out";

/** A request that the studio answered with a problem, or did not answer (`status` 0). */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly problem: WireProblem | undefined;
  /** What was asked for may have been made all the same, by an earlier attempt under the same id. */
  maybeMade = false;

  constructor(status: number, problem?: WireProblem) {
    super(problem?.detail ?? `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Why the studio refused, in the reader's language, where it said so. */
export function detailOf(error: unknown): string | undefined {
  return error instanceof ApiError ? error.problem?.detail : undefined;
}

/** An answer that refuses, as an error; a page hears of a session that has ended. */
export function refusalOf(status: number, problem?: WireProblem): ApiError {
  if (status === SIGNED_OUT) window.dispatchEvent(new Event(SIGNED_OUT_EVENT));
  return new ApiError(status, problem);
}

export async function request<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch(unanswered);
  if (!response.ok) throw refusalOf(response.status, await readProblem(response));
  return (response.status === 204 ? undefined : await response.json().catch(unanswered)) as T;
}

/** Also where an answer breaks off: what was asked for may have been done. */
function unanswered(): never {
  throw new ApiError(0);
}

async function readProblem(response: Response): Promise<WireProblem | undefined> {
  if (!response.headers.get("content-type")?.includes("json")) return undefined;
  return response.json().catch(() => undefined);
}

export function post<T>(path: string, body: object = {}): Promise<T> {
  return send<T>("POST", path, body);
}

export function send<T>(method: "POST" | "PATCH", path: string, body: object): Promise<T> {
  return request<T>(path, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** How long to wait before the studio is asked once more for what it did not answer. */
const ASK_AGAIN_MS = [1_000, 3_000];

/** Repeats what is done once however often it arrives, which its `clientRequestId` sees to. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  let maybeMade = false;
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      maybeMade ||= error.status === 0 || error.status >= 500;
      error.maybeMade = maybeMade;
      if (error.status !== 0 || tries >= ASK_AGAIN_MS.length) throw error;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS[tries]));
    }
  }
}

/** A model's address: the segments of an id stay path segments. */
export function modelPath(modelId: string): string {
  return modelId.split("/").map(encodeURIComponent).join("/");
}

export type PageQuery = { q?: string | undefined; cursor?: string | undefined; limit?: number };

export function pageParameters(query: Record<string, string | number | undefined>): URLSearchParams {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return new URLSearchParams(given);
}

/**
 * The studio's HTTP interface as the browser uses it: models and takes. What is not needed at once stands in the other `*-client`
 * files. Every function throws `ApiError` and nothing else.
 */
export const api = {
  listModels: () => request<{ models: WireModelSummary[] }>("/api/models"),
  readModel: (id: string) => request<{ model: WireModel }>(`/api/models/${modelPath(id)}`),
  submitJob: (job: NewJobRequest & { clientRequestId: string }) =>
    untilAnswered(() => post<{ job: WireJob }>("/api/jobs", job)),
  readJob: (id: string) => request<{ job: WireJob }>(`/api/jobs/${encodeURIComponent(id)}`),
  readJobs: (ids: readonly string[]) =>
    request<WireJobList>(`/api/jobs?${new URLSearchParams({ ids: ids.join(","), limit: String(ids.length) })}`),
  listJobs: (query: { [K in keyof JobListParameters]?: string | number | undefined }) =>
    request<WireJobList>(`/api/jobs?${pageParameters(query)}`),
  /** Variations: stored together, sent one after the other. Answers before any of them is sent. */
  submitGroup: (group: NewGroupRequest & { clientRequestId: string }) =>
    untilAnswered(() => post<{ group: WireGroup }>("/api/groups", group)),
  readGroup: (id: string) => request<{ group: WireGroup }>(`/api/groups/${encodeURIComponent(id)}`),
  cancelGroup: (id: string) => post<WireCancelGroupAnswer>(`/api/groups/${encodeURIComponent(id)}/cancel`),
  readLineage: (id: string) => request<WireLineage>(`/api/jobs/${encodeURIComponent(id)}/lineage`),
  cancelJob: (id: string) => post<WireCancelAnswer>(`/api/jobs/${encodeURIComponent(id)}/cancel`),
  lookAgain: (id: string) => post<WireLookAgainAnswer>(`/api/jobs/${encodeURIComponent(id)}/look-again`),
  /** Into the trash. */
  deleteJob: (id: string) => request<void>(`/api/jobs/${encodeURIComponent(id)}`, { method: "DELETE" }),
};

/**
 * Sends one file, and where it was taken from, where that is known. `fetch` cannot tell how much has gone up, so this uses
 * XMLHttpRequest.
 */
export function uploadFile(
  file: File,
  options: { onProgress: (fraction: number) => void; signal: AbortSignal },
): Promise<WireAsset> {
  const origin = originOf(file);
  const from = origin && { fromJob: origin.jobId, atMs: String(Math.round(origin.atMs)) };
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open("POST", `/api/uploads?${new URLSearchParams({ name: file.name, ...from })}`);
    xhr.setRequestHeader("content-type", file.type || "application/octet-stream");
    xhr.responseType = "json";
    xhr.upload.onprogress = (event) => event.lengthComputable && options.onProgress(event.loaded / event.total);
    xhr.onerror = () => reject(new ApiError(0));
    xhr.onabort = () => reject(new ApiError(0));
    xhr.onload = () => {
      const body: unknown = xhr.response;
      if (xhr.status === 201) resolve((body as { asset: WireAsset }).asset);
      else reject(refusalOf(xhr.status, body as WireProblem));
    };
    options.signal.addEventListener("abort", () => xhr.abort());
    xhr.send(file);
  });
}
