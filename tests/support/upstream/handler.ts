import { readFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { isJsonObject, type JsonValue } from "@/lib/json";
import { smallClip } from "./clip";
import { type Outgoing, substitute } from "./deliver";
import { createFaultList } from "./faults";
import type { Ledger, LedgerRequest } from "./ledger";
import { createProtocol, type Reply, unauthorised, unknownAddress } from "./protocol";
import { matchRoute, type Route } from "./routes";
import { type Delivery, HAPPY_SCRIPT, type Script, type Substitute } from "./script";

export type Handled = { outgoing: Outgoing; delayMs: number; delivery: Delivery; entry?: LedgerRequest };

const VIDEO = { "content-type": "video/mp4" };

/** What the scripted service answers and how; everything that came in stands in the ledger before it is answered. */
export function createHandler(deps: {
  firstScript: Partial<Script>;
  ledger: Ledger;
  origin: () => string;
  now: () => number;
}) {
  const { ledger, now } = deps;
  let script: Script = { ...HAPPY_SCRIPT, ...deps.firstScript };
  const faults = createFaultList(script.faults);
  const protocol = createProtocol({ script: () => script, origin: deps.origin, now });

  const setScript = (change: Partial<Script>) => {
    script = { ...script, ...change };
    if (change.faults) faults.replace(change.faults);
  };

  const submit = (modelId: string, input: JsonValue, entry: LedgerRequest): Reply => {
    const reply = protocol.submit(input);
    const requestId = reply.json.request_id;
    if (typeof requestId === "string") {
      entry.requestId = requestId;
      ledger.submits.push({ atMs: entry.atMs, requestId, modelId, input });
    }
    return reply;
  };

  const ownAnswer = async (route: Route, body: string, entry: LedgerRequest): Promise<Outgoing> => {
    if (route.verb === "submit") return substitute(submit(route.modelId, parseJson(body), entry));
    if (route.verb !== "output") return substitute(protocol[route.verb](route.requestId));
    const bytes = script.outputPath === undefined ? await smallClip() : await readFile(script.outputPath);
    return script.ranges ? ranged(bytes, entry.range) : { status: 200, headers: VIDEO, body: bytes };
  };

  const enter = (request: IncomingMessage, route: Route | undefined, connection: number): LedgerRequest => {
    const { method = "GET", url: path = "/", headers } = request;
    const entry: LedgerRequest = { atMs: now(), method, path, connection, sentBytes: 0 };
    if (headers.range) entry.range = headers.range;
    if (headers.authorization) entry.authorization = headers.authorization;
    if (route) entry.verb = route.verb;
    if (route && "requestId" in route) entry.requestId = route.requestId;
    ledger.requests.push(entry);
    return entry;
  };

  const handle = async (request: IncomingMessage, connection: number): Promise<Handled> => {
    const { method = "GET", url: path = "/", headers } = request;
    const body = await text(request);
    if (path === "/__ledger")
      return plainly({ text: JSON.stringify(ledger), headers: { "content-type": "application/json" } });
    if (path === "/__script") {
      setScript(JSON.parse(body));
      return plainly({});
    }
    const route = matchRoute(method, path);
    const entry = enter(request, route, connection);
    if (!route) return plainly(unknownAddress(), entry);
    if (route.verb !== "output" && !/^Bearer \S/.test(headers.authorization ?? ""))
      return plainly(unauthorised(), entry);
    const fault = faults.take(route.verb) ?? { verb: route.verb };
    const { accept, answer, named, delayMs = 0, deliver = { how: "whole" } } = fault;
    const own = (accept ?? answer === undefined) ? await ownAnswer(route, body, entry) : substitute({});
    const told = answer && named ? withId(answer, entry.requestId) : answer;
    return { outgoing: told ? substitute(told) : own, delayMs, delivery: deliver, entry };
  };
  return { handle, setScript };
}

function withId(answer: Substitute, requestId: string | undefined): Substitute {
  const members = isJsonObject(answer.json) ? answer.json : {};
  return requestId === undefined ? answer : { ...answer, json: { request_id: requestId, ...members } };
}

/** The file under one tag for ever, from the byte on that is asked for. */
function ranged(bytes: Uint8Array, range: string | undefined): Outgoing {
  const headers = { ...VIDEO, etag: '"one"', "accept-ranges": "bytes" };
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
  if (from === 0) return { status: 200, headers, body: bytes };
  const contentRange = `bytes ${from}-${bytes.byteLength - 1}/${bytes.byteLength}`;
  return { status: 206, headers: { ...headers, "content-range": contentRange }, body: bytes.subarray(from) };
}

function plainly(answer: Parameters<typeof substitute>[0], entry?: LedgerRequest): Handled {
  const handled: Handled = { outgoing: substitute(answer), delayMs: 0, delivery: { how: "whole" } };
  return entry ? { ...handled, entry } : handled;
}

function parseJson(body: string): JsonValue {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
