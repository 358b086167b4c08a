import { subscribe } from "node:diagnostics_channel";
import type { Server } from "node:http";

/** For a request with its body: Node's own 5 minutes would end an upload of 100 MB over a line of 2 Mbit/s. */
const REQUEST_WITHIN_MS = 60 * 60_000;

/**
 * Gives every request an hour to arrive. Next makes its server by itself, so that it is met with its first request. A head still has
 * to come within a minute, and whoever falls silent in a body is not waited for (`lib/storage/whole-body`).
 */
export function allowSlowUploads(): void {
  subscribe("http.server.request.start", (message) => {
    const { server } = message as { server: Server };
    server.requestTimeout = REQUEST_WITHIN_MS;
  });
}
