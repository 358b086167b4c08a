import type { APIRequestContext } from "@playwright/test";

/**
 * Every request on a connection of its own. A server closes one that rests for 5 s, which on a busy machine is often just when
 * the next request is sent on it; a browser would repeat that request, Playwright fails.
 */
export function useFreshConnections(request: APIRequestContext): void {
  const fetch = request.fetch.bind(request);
  request.fetch = (address, options) =>
    fetch(address, { ...options, headers: { connection: "close", ...options?.headers } });
}
