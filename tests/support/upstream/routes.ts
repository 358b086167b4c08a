export type Route =
  | { verb: "submit"; modelId: string }
  | { verb: "status" | "result" | "cancel" | "output"; requestId: string };

/** What the service's protocol calls for at `method path`, or undefined. */
export function matchRoute(method: string, path: string): Route | undefined {
  const [pathname = ""] = path.split("?");
  const [version, collection, ...rest] = pathname.split("/").slice(1).map(decodeURIComponent);
  if (version === "outputs" && method === "GET" && collection) return { verb: "output", requestId: collection };
  if (version !== "v1") return undefined;
  if (collection === "models" && method === "POST" && rest.length > 0)
    return { verb: "submit", modelId: rest.join("/") };
  const [requestId = "", action] = rest;
  if (collection !== "requests" || rest.length !== 2) return undefined;
  if (method === "GET" && (action === "status" || action === "result")) return { verb: action, requestId };
  return method === "POST" && action === "cancel" ? { verb: "cancel", requestId } : undefined;
}
