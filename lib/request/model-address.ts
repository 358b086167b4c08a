/** The service's own address; any other that ends its path in the same way is understood as well. */
export const SERVICE_ADDRESS = "https://model-api.runcomfy.net";

export type Address = { start: number; end: number; modelId?: string };

const ADDRESS = /https?:\/\/[^\s"'<>]*?\/v1\/(models|requests)\/([\w.~%$+@:=!*/-]*)/g;
const MAX_SEGMENTS = 5;

/** The service's addresses in a text; those of models with the id that stands in their path. */
export function findAddresses(text: string): Address[] {
  return Array.from(text.matchAll(ADDRESS), (match) => {
    const place = { start: match.index, end: match.index + match[0].length };
    const modelId = match[1] === "models" ? readModelId(match[2] ?? "") : undefined;
    return modelId === undefined ? place : { ...place, modelId };
  });
}

function readModelId(path: string): string | undefined {
  try {
    const segments = path
      .replace(/[./:!]+$/, "")
      .split("/")
      .map(decodeURIComponent);
    if (segments.some((segment) => segment.includes("/"))) return undefined;
    const id = segments.join("/");
    return isModelId(id) ? id : undefined;
  } catch {
    return undefined;
  }
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
  return `${baseUrl.replace(/\/+$/, "")}/v1/models/${segments.join("/")}`;
}
