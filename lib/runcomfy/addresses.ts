/** As seen in the service's clients, undocumented: ids are at most 128 of these characters. */
const REQUEST_ID = /^[A-Za-z0-9_-]{1,128}$/;
/** `encodeURIComponent` throws on these. */
const LONE_SURROGATE = /\p{Surrogate}/u;

export function isRequestId(value: unknown): value is string {
  return typeof value === "string" && REQUEST_ID.test(value);
}

/**
 * Where a model's jobs are submitted, or undefined where `modelId` cannot be one: ids have 2 to 5 path segments, which may hold
 * capitals, dots and spaces (seen in the service's clients), so each is encoded by itself.
 */
export function submitAddress(baseUrl: string, modelId: string): string | undefined {
  const segments = modelId.split("/");
  if (segments.length < 2 || segments.length > 5 || LONE_SURROGATE.test(modelId)) return undefined;
  // Dot segments survive encoding and would make the address another one.
  if (segments.some((segment) => segment.trim() === "" || segment === "." || segment === "..")) return undefined;
  return `${withoutSlash(baseUrl)}/v1/models/${segments.map(encodeURIComponent).join("/")}`;
}

/**
 * The address of a request, always built from the base: addresses that an answer supplies are never followed.
 * @throws TypeError for an id that the service cannot have given
 */
export function requestAddress(baseUrl: string, requestId: string, verb: "status" | "result" | "cancel"): string {
  if (!isRequestId(requestId)) throw new TypeError("Not a request id");
  return `${withoutSlash(baseUrl)}/v1/requests/${requestId}/${verb}`;
}

export function withoutSlash(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, "");
}
