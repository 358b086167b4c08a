import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Server } from "node:net";
import { buildConnector } from "undici";
import type { Lookup } from "@/lib/net/guarded-connector";
import { type Dial, dialPinned } from "@/lib/net/pinned-dial";
import { NAMES, PUBLIC } from "./addresses";

export type Listener = { port: number; connections: () => number; close: () => void };

/** Listens on every address of this machine, of both families where it has both, and counts who comes. */
export async function listenEverywhere(): Promise<Listener> {
  const answer = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 6\r\n\r\ninside";
  let connections = 0;
  const server = createSocketServer((socket) => {
    connections += 1;
    socket.on("error", () => undefined).once("data", () => socket.end(answer));
  });
  const port = await listen(server, "::").catch(() => listen(server, "0.0.0.0"));
  return { port, connections: () => connections, close: () => server.close() };
}

/** The public side: redirects as its address says (`/<status>?to=`, `/chain/<hops>?to=`, `/loop`), else answers. */
export async function startPublicServer() {
  const requests: { host: string; url: string; lines: readonly string[] }[] = [];
  const server = createServer((request, response) => {
    requests.push({ host: request.headers.host ?? "", url: request.url ?? "", lines: request.rawHeaders });
    answer(new URL(request.url ?? "/", "https://public.test"), response);
  });
  const port = await listen(server, "127.0.0.1");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port, requests, close };
}

function answer({ pathname, searchParams }: URL, response: ServerResponse): void {
  const to = searchParams.get("to") ?? "";
  const status = /^\/(30\d)$/.exec(pathname)?.[1];
  const hops = /^\/chain\/(\d+)$/.exec(pathname)?.[1];
  const redirect = (location: string) =>
    response.writeHead(Number(status ?? 302), { location, connection: "close" }).end();
  if (pathname === "/loop") redirect("/loop");
  else if (status !== undefined || hops === "0") redirect(to);
  else if (hops !== undefined) redirect(`/chain/${Number(hops) - 1}?to=${encodeURIComponent(to)}`);
  else response.end("public");
}

/** Knows the names of the table, once each where they change. */
export function hostileLookup(): Lookup {
  let asked = 0;
  return async (hostname) => {
    const found = NAMES[hostname];
    if (found === undefined) throw new Error(`no such name: ${hostname}`);
    if (hostname !== "changes.test") return [...found];
    asked += 1;
    return asked === 1 ? [...found] : [{ address: "127.0.0.1", family: 4 }];
  };
}

/** Public addresses lead to the public server, in plain HTTP; all others where they really lie. `dialled` notes the latter. */
export function dialFrom(publicPort: number, dialled: string[]): Dial {
  const connect = buildConnector({});
  return (addresses, options, callback) => {
    const isPublic = addresses.every(({ address }) => address === PUBLIC.address);
    if (isPublic) connect({ ...options, protocol: "http:", hostname: "127.0.0.1", port: String(publicPort) }, callback);
    else {
      dialled.push(options.hostname);
      dialPinned(addresses, options, callback);
    }
  };
}

async function listen(server: Server, host: string): Promise<number> {
  server.listen(0, host);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
