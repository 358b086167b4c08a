import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import type { Puzzle } from "./field";
import { puzzle } from "./puzzle";

/** A property's schema with references and simple unions worked out, or what could not be. */
export type Resolved = { schema: JsonObject; nullable: boolean; puzzle?: Puzzle };

const MAX_DEPTH = 8;
/** Of one property; each would be gone through again wherever somebody refers to it. */
const MAX_FORMS = 10_000;

/**
 * Follows `$ref` within the document, merges `allOf`, and reads `anyOf`/`oneOf` where they say "or null" or list constants.
 * None of these was seen in the service's schemas; anything harder comes back as a `puzzle`, never as an error.
 */
export function resolveSchema(raw: JsonObject, root: JsonObject, depth = 0): Resolved {
  if (depth > MAX_DEPTH) return { schema: {}, nullable: false, puzzle: puzzle("refersToItself") };
  const { $ref, allOf, anyOf, oneOf, ...own } = raw;
  if (typeof $ref === "string") {
    const target = lookUp($ref, root);
    if (target === undefined) {
      return { schema: own, nullable: false, puzzle: puzzle("lostReference", { reference: $ref }) };
    }
    return resolveSchema({ ...target, ...own }, root, depth + 1);
  }
  const union = Array.isArray(anyOf) ? anyOf : oneOf;
  if ([allOf, union].some((forms) => Array.isArray(forms) && forms.length > MAX_FORMS)) {
    return { schema: own, nullable: false, puzzle: puzzle("severalForms") };
  }
  if (Array.isArray(allOf)) {
    const merged = Object.assign({}, ...allOf.filter(isJsonObject), own) as JsonObject;
    return resolveSchema(merged, root, depth + 1);
  }
  if (Array.isArray(union)) return resolveUnion(union.filter(isJsonObject), own, { root, depth });
  if (Array.isArray(own.type)) return resolveTypeList(own.type, own);
  return { schema: own, nullable: own.nullable === true };
}

function resolveUnion(
  members: readonly JsonObject[],
  own: JsonObject,
  place: { root: JsonObject; depth: number },
): Resolved {
  const real = members.filter((member) => member.type !== "null");
  const nullable = real.length < members.length;
  const [only] = real;
  if (only !== undefined && real.length === 1) {
    const resolved = resolveSchema({ ...only, ...own }, place.root, place.depth + 1);
    return { ...resolved, nullable: nullable || resolved.nullable };
  }
  const constants = real.flatMap(constantsOf);
  if (real.length > 0 && real.every((member) => constantsOf(member).length > 0)) {
    return { schema: { ...own, enum: constants }, nullable };
  }
  return { schema: own, nullable, puzzle: puzzle("severalForms") };
}

function resolveTypeList(types: readonly JsonValue[], own: JsonObject): Resolved {
  const real = types.filter((type) => type !== "null");
  const nullable = real.length < types.length;
  const [only] = real;
  if (real.length === 1 && only !== undefined) return { schema: { ...own, type: only }, nullable };
  const { type: _, ...rest } = own;
  if (Array.isArray(own.enum)) return { schema: rest, nullable };
  if (real.every((type) => type === "integer" || type === "number" || type === "float")) {
    return { schema: { ...rest, type: "number" }, nullable };
  }
  return { schema: rest, nullable, puzzle: puzzle("severalTypes", { types: real.filter(isWord).join(", ") }) };
}

function isWord(type: JsonValue): type is string {
  return typeof type === "string";
}

function constantsOf(member: JsonObject): JsonValue[] {
  if (member.const !== undefined) return [member.const];
  return Array.isArray(member.enum) ? member.enum : [];
}

function lookUp(reference: string, root: JsonObject): JsonObject | undefined {
  if (!reference.startsWith("#/")) return undefined;
  let place: JsonValue | undefined = root;
  for (const part of reference.slice(2).split("/")) {
    const name = part.replace(/~1/g, "/").replace(/~0/g, "~");
    if (!isJsonObject(place) || !Object.hasOwn(place, name)) return undefined;
    place = place[name];
  }
  return isJsonObject(place) ? place : undefined;
}
