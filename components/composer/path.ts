import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";

/** The way to a value inside a composition: a key, then keys and indices of what it holds. */
export type Path = readonly [string, ...(string | number)[]];

type Values = Record<string, JsonValue | undefined>;

export function getAt(values: Values, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = values[path[0]];
  for (const step of path.slice(1)) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isJsonObject(value)) value = value[step];
    else return undefined;
  }
  return value;
}

/** A copy with one value changed; `undefined` removes a key. Objects and lists on the way are made where they are missing. */
export function setAt(values: Values, path: Path, next: JsonValue | undefined): Values {
  const [key, ...rest] = path;
  return { ...values, [key]: setInside(values[key], rest, next) };
}

function setInside(
  value: JsonValue | undefined,
  path: readonly (string | number)[],
  next: JsonValue | undefined,
): JsonValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (typeof step === "number") {
    const list = Array.isArray(value) ? [...value] : [];
    list[step] = setInside(list[step], rest, next) ?? null;
    return list;
  }
  const object: JsonObject = isJsonObject(value) ? { ...value } : {};
  const inner = setInside(object[step], rest, next);
  if (inner === undefined) delete object[step];
  else object[step] = inner;
  return object;
}
