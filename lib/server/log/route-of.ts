/** A request's address as the code writes it: `/api/jobs/[id]`. What callers choose (parameters, the query) is not in it. */
export function routeOf(url: string, params: object): string {
  const names = new Map<string, string>();
  for (const [name, value] of Object.entries(params)) {
    for (const segment of [value].flat()) names.set(decoded(String(segment)), `[${name}]`);
  }
  const segments = new URL(url).pathname.split("/");
  return segments.map((segment) => names.get(decoded(segment)) ?? segment).join("/");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
