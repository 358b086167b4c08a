import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

export type Handler = (request: Request) => Promise<Response>;
export type Listening = {
  url: URL;
  /** Takes no more requests; resolves when the running ones are answered. */
  drain: () => Promise<void>;
  /** The same without waiting for them. */
  close: () => Promise<void>;
};

/** Serves a route handler over real HTTP on a free port of loopback. */
export async function listen(handler: Handler): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    answer(handler, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const drain = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return {
    url: new URL(`http://127.0.0.1:${portOf(server.address())}`),
    drain,
    async close() {
      server.closeAllConnections();
      await drain();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function answer(handler: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const response = await handler(toRequest(incoming, gone.signal));
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (response.body === null) outgoing.end();
  else await response.body.pipeTo(toSink(outgoing));
}

function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const { method = "GET", url = "/" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  const body: ReadableStream = Readable.toWeb(incoming);
  const rest = hasBody ? { body, duplex: "half" } : {};
  return new Request(new URL(url, "http://127.0.0.1"), { method, headers, signal, ...rest } as RequestInit);
}

/** Ends with an error when the connection closes, as Next's own does. */
function toSink(outgoing: ServerResponse): WritableStream<Uint8Array> {
  return new WritableStream({
    write: (chunk) =>
      new Promise((resolve, reject) => {
        if (outgoing.destroyed) return reject(new Error("the client is gone"));
        outgoing.once("close", reject);
        outgoing.write(chunk, () => {
          outgoing.off("close", reject);
          resolve();
        });
      }),
    close: () => {
      outgoing.end();
    },
    abort: () => {
      outgoing.destroy();
    },
  });
}
