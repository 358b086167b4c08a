import { createLogger } from "./logger";

/** A page, or what stands before it, that threw. Its `digest` is the number which the page of errors shows. */
export function logRequestError(
  error: unknown,
  { method }: { method: string },
  { routePath, routeType }: { routePath: string; routeType: string },
): void {
  createLogger().error("page-failed", { method, route: pageRoute(routePath), kind: routeType }, error);
}

/** Without the name of a group of pages, which is in no address. */
function pageRoute(routePath: string): string {
  return routePath.replace(/\/\([a-z]+\)/g, "").replace(/\/page$/, "") || "/";
}
