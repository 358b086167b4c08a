import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import type { JsonValue } from "@/lib/json";
import { smallClip } from "./clip";
import { deliver, type Outgoing, substitute } from "./deliver";
import { createFaultList } from "./faults";
import { emptyLedger, type Ledger, type LedgerRequest } from "./ledger";
import { createProtocol, type Reply, unauthorised, unknownAddress } from "./protocol";
import { matchRoute, type Route } from "./routes";
import { HAPPY_SCRIPT, type Script } from "./script";

export type TestUpstream = {
  /** `http://127.0.0.1:<port>`: the client's base address. */
  url: string;
  port: number;
  ledger: Ledger;
  /** Changes the given members; giving `faults` replaces all that are left. */
  setScript(script: Partial<Script>): void;
  /** Breaks every open connection and frees the port. */
  close(): Promise<void>;
};

/**
 * The service on 127.0.0.1, well-behaved but for what the script says. `/__script` (POST, JSON) and `/__ledger` (GET) let another
 * process do what `setScript` and `ledger` do.
 */
export async function startUpstream(
  firstScript: Partial<Script> = {},
  { port: wantedPort = 0, now = Date.now }: { port?: number; now?: () => number } = {},
): Promise<TestUpstream> {
  let script: Script = { ...HAPPY_SCRIPT, ...firstScript };
  const faults = createFaultList(script.faults);
  const ledger = emptyLedger();
  const connectionNumbers = new WeakMap<Socket, number>();
  let url = "";
  const protocol = createProtocol({ script: () => script, origin: () => url, now });

  const setScript = (change: Partial<Script>) => {
    script = { ...script, ...change };
    if (change.faults) faults.replace(change.faults);
  };

  const answer = async (route: Route, input: JsonValue, entry: LedgerRequest): Promise<Outgoing> => {
    switch (route.verb) {
      case "submit": {
        const reply = protocol.submit(input);
        const requestId = reply.json.request_id;
        if (typeof requestId === "string") {
          entry.requestId = requestId;
          ledger.submits.push({ atMs: entry.atMs, requestId, modelId: route.modelId, input });
        }
        return jsonOutgoing(reply);
      }
      case "output":
        return { status: 200, headers: { "content-type": "video/mp4" }, body: await outputBytes(script.outputPath) };
      default:
        return jsonOutgoing(protocol[route.verb](route.requestId));
    }
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "GET", url: path = "/", headers } = request;
    const body = await text(request);
    if (path === "/__ledger") return sendJson(response, ledger);
    if (path === "/__script") {
      setScript(JSON.parse(body));
      return sendJson(response, {});
    }
    const route = matchRoute(method, path);
    const connection = connectionNumbers.get(request.socket) ?? 0;
    const entry: LedgerRequest = { atMs: now(), method, path, connection, sentBytes: 0 };
    if (headers.authorization) entry.authorization = headers.authorization;
    ledger.requests.push(entry);
    if (!route) return sendReply(response, unknownAddress());
    entry.verb = route.verb;
    if ("requestId" in route) entry.requestId = route.requestId;
    if (route.verb !== "output" && !/^Bearer \S/.test(headers.authorization ?? ""))
      return sendReply(response, unauthorised());

    const fault = faults.take(route.verb);
    const isServed = fault?.accept ?? fault?.answer === undefined;
    const own = isServed ? await answer(route, parseJson(body), entry) : undefined;
    const outgoing = fault?.answer || !own ? substitute(fault?.answer ?? {}) : own;
    if (fault?.delayMs) await pause(fault.delayMs);
    const onSent = (bytes: number) => {
      entry.sentBytes += bytes;
    };
    return deliver(response, outgoing, { delivery: fault?.deliver ?? { how: "whole" }, onSent });
  };

  const server = createServer((request, response) => {
    // A client that leaves in the middle is what these tests are about.
    serve(request, response).catch(() => response.destroy());
  });
  server.on("connection", (socket) => {
    connectionNumbers.set(socket, ++ledger.connections);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(wantedPort, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;

  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { url, port, ledger, setScript, close };
}

async function outputBytes(path: string | undefined): Promise<Uint8Array> {
  return path === undefined ? smallClip() : readFile(path);
}

function parseJson(body: string): JsonValue {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function jsonOutgoing({ status, json }: Reply): Outgoing {
  return substitute({ status, json });
}

function sendReply(response: ServerResponse, { status, json }: Reply): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}
