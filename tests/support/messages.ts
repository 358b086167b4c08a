import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Locale } from "@/lib/i18n/locales";

type Tree = { [key: string]: string | Tree };
type MessageNode = { type: number; value: string; options?: Record<string, { value: MessageNode[] }> };
type Parser = { IntlMessageFormat: new (message: string, locale: string) => { getAst: () => MessageNode[] } };

/** The kinds of a node by the parser's numbers; 0 is text, 7 the `#` of a plural. */
export const KINDS: Record<number, string> = {
  1: "plain",
  2: "number",
  3: "date",
  4: "time",
  5: "select",
  6: "plural",
};

// The interface's library does not hand out its parser, and any other copy might read a message differently.
const requireOfLibrary = createRequire(createRequire(import.meta.url).resolve("use-intl/core"));
const parserUrl = pathToFileURL(requireOfLibrary.resolve("intl-messageformat")).href;
const { IntlMessageFormat } = (await import(parserUrl)) as Parser;

/** Messages by their whole key. */
export function flatten(tree: Tree, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[path + key, value]] : [...flatten(value, `${path}${key}.`)],
    ),
  );
}

export function astOf(message: string, locale: Locale): MessageNode[] {
  return new IntlMessageFormat(message, locale).getAst();
}

/** All nodes, those within the cases of a select or a plural too. */
export function nodesOf(nodes: MessageNode[]): MessageNode[] {
  return nodes.flatMap((node) => [node, ...casesOf(node).flatMap(nodesOf)]);
}

/** What stands for an argument and for a number in a reading. */
export const ARGUMENT = "\uFFFC";
export const NUMBER = "0";

/** A message as it may be read, once for each case of its selects and plurals. */
export function readings(message: string, locale: Locale): string[] {
  const ast = astOf(message, locale);
  const most = Math.max(1, ...nodesOf(ast).map((node) => casesOf(node).length));
  return Array.from({ length: most }, (_, index) => read(ast, index));
}

function read(nodes: MessageNode[], index: number): string {
  return nodes
    .map((node) => {
      const cases = casesOf(node);
      if (cases.length > 0) return read(cases[Math.min(index, cases.length - 1)] ?? [], index);
      if (node.type === 0) return node.value;
      return node.type === 2 || node.type === 7 ? NUMBER : ARGUMENT;
    })
    .join("");
}

function casesOf(node: MessageNode): MessageNode[][] {
  return Object.values(node.options ?? {}).map(({ value }) => value);
}
