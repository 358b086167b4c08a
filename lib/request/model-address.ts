/** The service's own address; any other that ends its path in the same way is understood as well. */
export const SERVICE_ADDRESS = "https://model-api.runcomfy.net";

export type Address = { start: number; end: number; modelId?: string };

const RUN = /https?:\/\/[^\s"'<>]*/g;
const SCHEME = /https?:\/\//g;
const PATH = /\/v1\/(models|requests)\/([\w.~%$+@:=!*/-]*)/g;
const MAX_SEGMENTS = 5;

/** The service's addresses in a text; those of models with the id that stands in their path. */
export function findAddresses(text: string): Address[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }) => addressesOf(run, index));
}

/** In two steps: a pattern for the whole would look for the path again from every `http://` that has none. */
function addressesOf(run: string, offset: number): Address[] {
  const found: Address[] = [];
  for (let from = 0; ; from = PATH.lastIndex) {
    SCHEME.lastIndex = from;
    const scheme = SCHEME.exec(run);
    PATH.lastIndex = SCHEME.lastIndex;
    const path = scheme && PATH.exec(run);
    if (!path) return found;
    const place = { start: offset + scheme.index, end: offset + PATH.lastIndex };
    const modelId = path[1] === "models" ? readModelId(path[2] ?? "") : undefined;
    found.push(modelId === undefined ? place : { ...place, modelId });
  }
}

function readModelId(path: string): string | undefined {
  try {
    const segments = withoutEnd(path).split("/").map(decodeURIComponent);
    if (segments.some((segment) => segment.includes("/"))) return undefined;
    const id = segments.join("/");
    return isModelId(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Without the signs of a sentence behind it. */
function withoutEnd(path: string): string {
  let end = path.length;
  while (end > 0 && "./:!".includes(path.charAt(end - 1))) end -= 1;
  return path.slice(0, end);
}

export function isModelId(id: string): boolean {
  const segments = id.split("/");
  const whole = segments.every((segment) => segment.trim() !== "");
  return whole && segments.length >= 2 && segments.length <= MAX_SEGMENTS;
}

/** A model's address under a base; quotes and parentheses are encoded too, so that it can stand in any program. */
export function modelAddress(baseUrl: string, modelId: string): string {
  const segments = modelId
    .split("/")
    .map((segment) =>
      encodeURIComponent(segment).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    );
  return `${withoutSlash(baseUrl)}/v1/models/${segments.join("/")}`;
}

export function withoutSlash(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, "");
}
