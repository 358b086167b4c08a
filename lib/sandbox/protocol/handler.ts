import type { Model } from "@/lib/models/model";
import { queuePosition } from "@/lib/sandbox/requests/line";
import { REQUEST_ID, type SandboxRequest } from "@/lib/sandbox/requests/request";
import { catalogView, categoriesView, modelView } from "./catalog";
import {
  answerJson,
  MALFORMED_MODEL,
  methodNotAllowed,
  NO_SUCH_MODEL,
  NO_SUCH_PATH,
  NO_SUCH_REQUEST,
  NOT_AUTHENTICATED,
  refuse,
} from "./errors";
import { mountOf } from "./mount";
import { serveOutput } from "./output";
import { METHODS, parseRoute, type Route } from "./routes";
import { type SubmitDeps, submit } from "./submit";
import { cancelView, resultView, statusView } from "./views";

export type ProtocolDeps = SubmitDeps & {
  /** The path below which the sandbox is mounted; requests may come with or without it. */
  basePath: string;
  listModels(): readonly Model[] | Promise<readonly Model[]>;
  outputPath(requestId: string): string;
};
type Call = { request: Request; base: string; deps: ProtocolDeps };

/** Answers one request in the service's protocol. May throw for what goes wrong inside. */
export async function answer(request: Request, deps: ProtocolDeps): Promise<Response> {
  const { base, path } = mountOf(request, deps.basePath);
  const route = parseRoute(path);
  if (!route) return refuse(NO_SUCH_PATH);
  if (!METHODS[route.kind].includes(request.method)) return refuse(methodNotAllowed(METHODS[route.kind]));
  if (route.kind !== "output" && !hasToken(request)) return refuse(NOT_AUTHENTICATED);
  await deps.ledger.load();
  return dispatch(route, { request, base, deps });
}

/** Any token will do: there is nothing to protect and nothing to pay. */
function hasToken(request: Request): boolean {
  return /^bearer\s+\S/i.test(request.headers.get("authorization") ?? "");
}

async function dispatch(route: Route, call: Call): Promise<Response> {
  const { request, base, deps } = call;
  switch (route.kind) {
    case "models":
      return answerJson(catalogView(await deps.listModels(), new URL(request.url).searchParams, base));
    case "categories":
      return answerJson(categoriesView(await deps.listModels()));
    case "malformedModel":
      return refuse(MALFORMED_MODEL);
    case "model":
      return request.method === "POST" ? submit(request, route.id, base, deps) : describeModel(route.id, call);
    case "status":
    case "result":
    case "cancel":
    case "output":
      return aboutRequest(route, call);
  }
}

async function describeModel(id: string, { base, deps }: Call): Promise<Response> {
  const model = await deps.findModel(id);
  return model ? answerJson(modelView(model, base)) : refuse(NO_SUCH_MODEL);
}

type RequestRoute = Extract<Route, { requestId: string }>;

async function aboutRequest(route: RequestRoute, call: Call): Promise<Response> {
  const { request, base, deps } = call;
  const found = REQUEST_ID.test(route.requestId) ? await deps.ledger.find(route.requestId) : undefined;
  if (!found) return refuse(NO_SUCH_REQUEST);
  switch (route.kind) {
    case "status":
      return answerJson(statusView(found, base, queuePosition(deps.ledger.all(), found.id)));
    case "result":
      return answerJson({ ...resultView(found, base), ...costOf(request) });
    case "cancel":
      return cancel(found, call);
    case "output":
      return serveOutput(deps.outputPath(found.id), request);
  }
}

/** Documented by the service: always 202, and the outcome says what was done. */
async function cancel(found: SandboxRequest, { base, deps }: Call): Promise<Response> {
  const isCancelled = await deps.ledger.cancel(found.id);
  const now = (await deps.ledger.find(found.id)) ?? found;
  return answerJson(cancelView(now, base, isCancelled), { status: 202 });
}

/** Seen in the service's clients, undocumented. */
function costOf(request: Request): { cost?: number } {
  return new URL(request.url).searchParams.get("include_cost") === "true" ? { cost: 0 } : {};
}
