import { onTestFinished } from "vitest";
import { type Handler, listen } from "./listen";

/** Serves a route handler over real HTTP on loopback until the test ends, and gives its address. */
export async function serveHandler(handler: Handler): Promise<URL> {
  const { url, close } = await listen(handler);
  onTestFinished(close);
  return url;
}
