import { jsonLanguage } from "@codemirror/lang-json";

export type Place = { from: number; to: number };
type Node = ReturnType<typeof jsonLanguage.parser.parse>["topNode"];

/** Where a text stops being JSON; its end where only something is missing. */
export function placeOfSlip(text: string): Place {
  let found: Place | undefined;
  jsonLanguage.parser.parse(text).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) found ??= { from, to };
    },
  });
  const { from, to } = found ?? { from: text.length, to: text.length };
  return visible(text, from, to);
}

/**
 * Where the value of a path such as `loras.0.scale` stands in a JSON text, or its key; the brace of the innermost object on the
 * way where it is missing.
 */
export function placeOf(text: string, path: string, what: "value" | "key" = "value"): Place {
  const top = jsonLanguage.parser.parse(text).topNode.firstChild;
  if (!top) return visible(text, 0, text.length);
  const { node, key, rest } = follow(text, top, path);
  if (rest !== "") return { from: node.from, to: node.from + 1 };
  const { from, to } = what === "key" ? (key ?? node) : node;
  return { from, to };
}

/** Goes as far along a path as the text does. Keys may hold dots themselves. */
function follow(
  text: string,
  node: Node,
  path: string,
  key?: Node,
): { node: Node; key: Node | undefined; rest: string } {
  if (path === "") return { node, key, rest: path };
  if (node.name === "Array") {
    const [index = ""] = path.split(".", 1);
    const entry = children(node)[Number(index)];
    return entry ? follow(text, entry, path.slice(index.length + 1)) : { node, key, rest: path };
  }
  const member = children(node).findLast(({ firstChild }) => {
    const name = firstChild && nameOf(text, firstChild);
    return name !== undefined && (path === name || path.startsWith(`${name}.`));
  });
  const [name, value] = [member?.firstChild, member?.lastChild];
  if (!name || !value) return { node, key, rest: path };
  return follow(text, value, path.slice((nameOf(text, name) ?? "").length + 1), name);
}

function nameOf(text: string, node: Node): string | undefined {
  try {
    return String(JSON.parse(text.slice(node.from, node.to)));
  } catch {
    return undefined;
  }
}

function children(node: Node): Node[] {
  const found: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!/^[[\]{},:]$/.test(child.name)) found.push(child);
  }
  return found;
}

/** An empty place is widened to the character before or behind it, so that it can be seen. */
function visible(text: string, from: number, to: number): Place {
  if (to > from) return { from, to };
  return from > 0 ? { from: from - 1, to: from } : { from: 0, to: Math.min(1, text.length) };
}
