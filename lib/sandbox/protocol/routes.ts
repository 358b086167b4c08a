/** What a path below the mount asks for. Model ids are their decoded segments. */
export type Route =
  | { kind: "models" }
  | { kind: "categories" }
  | { kind: "model"; id: string }
  | { kind: "malformedModel" }
  | { kind: "status" | "result" | "cancel"; requestId: string }
  | { kind: "output"; requestId: string };

const READ = ["GET", "HEAD"];
/** What each kind of address answers to. The service documents GET and POST; HEAD is for players that ask for a length first. */
export const METHODS: Record<Route["kind"], readonly string[]> = {
  models: READ,
  categories: READ,
  model: [...READ, "POST"],
  malformedModel: [...READ, "POST"],
  status: READ,
  result: READ,
  cancel: ["POST"],
  output: READ,
};

/** Seen in the service's clients, undocumented: a model id has 2 to 5 path segments. */
const MIN_SEGMENTS = 2;
const MAX_SEGMENTS = 5;

/** Undefined where the service has nothing at such a path. `path` begins with `/v1` and is still percent-encoded. */
export function parseRoute(path: string): Route | undefined {
  const [version, collection, ...rest] = path.replace(/^\//, "").replace(/\/$/, "").split("/");
  if (version !== "v1") return undefined;
  switch (collection) {
    case "models":
      return modelRoute(rest);
    case "requests":
      return requestRoute(rest);
    case "outputs":
      return outputRoute(rest);
    default:
      return undefined;
  }
}

function modelRoute(encoded: readonly string[]): Route {
  if (encoded.length === 0) return { kind: "models" };
  if (encoded.length === 1 && encoded[0] === "categories") return { kind: "categories" };
  const segments = encoded.map(decoded);
  const isWhole = segments.every((segment) => segment !== undefined && segment !== "" && !segment.includes("/"));
  if (!isWhole || segments.length < MIN_SEGMENTS || segments.length > MAX_SEGMENTS) return { kind: "malformedModel" };
  return { kind: "model", id: segments.join("/") };
}

function requestRoute([requestId, verb, ...more]: readonly string[]): Route | undefined {
  if (!requestId || more.length > 0) return undefined;
  if (verb !== "status" && verb !== "result" && verb !== "cancel") return undefined;
  return { kind: verb, requestId };
}

function outputRoute([name, ...more]: readonly string[]): Route | undefined {
  const requestId = /^(.+)\.mp4$/.exec(name ?? "")?.[1];
  return requestId === undefined || more.length > 0 ? undefined : { kind: "output", requestId };
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
