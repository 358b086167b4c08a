import { Agent, buildConnector, request } from "undici";
import type { UpstreamFetch } from "./http";
import { NotConnectedError } from "./not-connected";

export type HttpFetch = UpstreamFetch & {
  /** Lets running requests end, then closes every connection. */
  close(): Promise<void>;
};

/**
 * HTTP as the client needs it: redirects are answers like any other, nothing is ever sent twice, and a connection that could not
 * be made within `connectTimeoutMs` (10 s) rejects with NotConnectedError. Over `undici.request`, because its `fetch` follows the
 * web's rules and repeats a POST after a 421.
 */
export function createHttpFetch({ connectTimeoutMs = 10_000 }: { connectTimeoutMs?: number } = {}): HttpFetch {
  const connect = markingConnector(buildConnector({ timeout: connectTimeoutMs }));
  // The client has time limits of its own over the whole exchange.
  const limits = { connect, headersTimeout: 0, bodyTimeout: 0 };
  const reads = new Agent(limits);
  // A kept connection may be closed by the server just as a POST leaves, and then nobody knows whether a paid job was made: a
  // submit gets a connection of its own.
  const writes = new Agent({ ...limits, pipelining: 0 });

  const httpFetch: UpstreamFetch = async (url, { method, headers, body, signal }) => {
    const dispatcher = method === "POST" ? writes : reads;
    const response = await request(url, { method, headers, body: body ?? null, signal, dispatcher });
    return {
      status: response.statusCode,
      headers: { get: (name) => [response.headers[name.toLowerCase()]].flat()[0] ?? null },
      body: response.body,
    };
  };
  return Object.assign(httpFetch, {
    close: async () => {
      await Promise.all([reads.close(), writes.close()]);
    },
  });
}

/** Until the callback gets a socket, no byte of a request has been written. */
function markingConnector(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error) callback(new NotConnectedError(error), null);
      else if (socket) callback(null, socket);
    });
}
