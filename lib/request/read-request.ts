import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import { decodeEntities, isEncodedPage } from "./entities";
import { type Found, findObjects, HEADER_NAME } from "./find-objects";
import { type Address, findAddresses, isModelId } from "./model-address";

export type RefusalCode = "tooLong" | "noRequest" | "cut" | "notJson" | "several";
export type RequestReading =
  | { kind: "request"; modelId?: string; input: JsonObject }
  | { kind: "refused"; reason: RefusalCode; params: Record<string, string | number> };

type Choice = { found: Found; modelId?: string };

const MAX_REQUEST_CHARACTERS = 1_000_000;
/** A line's end that no shell reads over. */
const COMMAND_END = /(?<![\\^`][ \t]*\r?)\n/g;

/**
 * The request that a pasted text holds: a body, our own job, a command of any shell, a program, or a page with these in it.
 * Found by structure, in any language. What is cut is refused whole, and headers with a key in them are never taken over.
 */
export function readRequest(pasted: string): RequestReading {
  if (pasted.length > MAX_REQUEST_CHARACTERS) return refused("tooLong", { max: MAX_REQUEST_CHARACTERS });
  const text = isEncodedPage(pasted) ? decodeEntities(pasted) : pasted;
  const objects = findObjects(text).filter((found) => !(found.kind === "data" && holdsHeaders(found.value)));
  const choice = chooseByAddress(text, objects, findAddresses(text)) ?? chooseAlone(objects);
  if (choice === "several") return refused("several");
  if (choice === undefined) return refused("noRequest");
  const { found, modelId } = choice;
  if (found.kind === "cut") return refused("cut", { missing: found.missing });
  if (found.kind === "broken") return refused("notJson", { line: text.slice(0, found.start).split("\n").length });
  if (modelId !== undefined) return { kind: "request", modelId, input: found.value };
  return unwrapped(found.value);
}

function refused(reason: RefusalCode, params: Record<string, string | number> = {}): RequestReading {
  return { kind: "refused", reason, params };
}

/** The object of the first model's address that has one: on the same command before it, or the next one after it. */
function chooseByAddress(text: string, objects: readonly Found[], addresses: readonly Address[]): Choice | undefined {
  const candidates = withoutEmptyOnes(objects);
  const data = candidates.filter((found) => found.kind === "data");
  const commandEnds = Array.from(text.matchAll(COMMAND_END), ({ index }) => index);
  for (const [index, { start, end, modelId }] of addresses.entries()) {
    if (modelId === undefined) continue;
    const before = data[countWhile(data, (found) => found.end <= start) - 1];
    const commandEnd = commandEnds[countWhile(commandEnds, (at) => at < start) - 1] ?? -1;
    if (before && before.end > commandEnd) return { found: before, modelId };
    const until = addresses[index + 1]?.start ?? text.length;
    const after = candidates[countWhile(candidates, (found) => found.start < end)];
    if (after && after.start < until) return { found: after, modelId };
  }
  const known = addresses.find((address) => address.modelId !== undefined);
  const alone = known && chooseAlone(objects);
  return alone && alone !== "several" && known.modelId ? { ...alone, modelId: known.modelId } : undefined;
}

/** How many items of a list pass, all of those before the first that does not; found by halves, as pages hold thousands. */
function countWhile<T>(list: readonly T[], passes: (item: T) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const item = list[middle];
    if (item !== undefined && passes(item)) from = middle + 1;
    else to = middle;
  }
  return from;
}

function chooseAlone(objects: readonly Found[]): Choice | "several" | undefined {
  const candidates = withoutEmptyOnes(objects);
  const unread = candidates.find((found) => found.kind !== "data");
  if (unread) return { found: unread };
  const [first] = candidates;
  const texts = new Set(candidates.map((found) => found.kind === "data" && JSON.stringify(found.value)));
  if (texts.size > 1) return "several";
  return first && { found: first };
}

/** `{}` is the whole request only where there is no other: programs are full of it. */
function withoutEmptyOnes(objects: readonly Found[]): readonly Found[] {
  const full = objects.filter((found) => found.kind !== "data" || Object.keys(found.value).length > 0);
  return full.length > 0 ? full : objects;
}

function holdsHeaders(value: JsonValue): boolean {
  if (Array.isArray(value)) return value.some(holdsHeaders);
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(([key, member]) => HEADER_NAME.test(key) || holdsHeaders(member));
}

/** `{modelId, input}` as our jobs say it and others spell it, also inside of `{job: …}`; any other object is the input itself. */
function unwrapped(value: JsonObject): RequestReading {
  const members = Object.values(value);
  const [only] = members;
  const envelope = members.length === 1 && isJsonObject(only) ? only : value;
  const modelId = [envelope.modelId, envelope.model_id, envelope.model].find(
    (id): id is string => typeof id === "string" && isModelId(id),
  );
  if (modelId !== undefined && isJsonObject(envelope.input)) return { kind: "request", modelId, input: envelope.input };
  return { kind: "request", input: value };
}
