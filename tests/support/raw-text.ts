import { parseAst } from "vitest/node";

/** A text in a source that people would read, and that stands in no messages file. */
type RawText = { line: number; text: string };
/** A node of the syntax tree (ESTree). What kind of node has which members is looked up by `type`. */
type SyntaxNode = { type: string; start: number } & Record<string, unknown>;

/** Attributes and properties whose value is read by people, on screen or by a screen reader. */
const TEXT_NAMES = new Set([
  ...["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "aria-placeholder"],
  ...["title", "placeholder", "alt", "label", "description", "hint", "help", "heading", "caption", "summary"],
]);
const ASSIGNED_NAMES = new Set([
  "title",
  "textContent",
  "innerText",
  "innerHTML",
  "ariaLabel",
  "ariaDescription",
  "alt",
]);
/** Calls that show their first argument: dialogs and notifications of the browser. */
const SHOWING_CALLS = new Set(["alert", "confirm", "prompt", "Notification"]);

/** Every literal of a source that would come to people untranslated. */
export function rawTextsIn(source: string, lang: "ts" | "tsx" = "tsx"): RawText[] {
  return textsIn(source, lang, shownBy).filter(({ text }) => /\p{L}/u.test(text));
}

/** Every fact of an `AppError` that is a sentence instead of a word that the messages know. */
export function rawFactsIn(source: string): RawText[] {
  return textsIn(source, "ts", factsOf).filter(({ text }) => /\s/.test(text));
}

function textsIn(source: string, lang: "ts" | "tsx", wanted: (node: SyntaxNode) => SyntaxNode[]): RawText[] {
  const program = parseAst(source, { lang }) as unknown as SyntaxNode;
  return nodesOf(program)
    .flatMap(wanted)
    .flatMap(literalsOf)
    .map(({ text, start }) => ({
      line: source.slice(0, start).split("\n").length,
      text: text.replace(/\s+/g, " ").trim(),
    }));
}

function factsOf(node: SyntaxNode): SyntaxNode[] {
  if (node.type !== "NewExpression" || nameOf(node.callee) !== "AppError") return [];
  const facts = children(node, "arguments")[1];
  return facts ? children(facts, "properties").flatMap((property) => children(property, "value")) : [];
}

function nodesOf(node: SyntaxNode, nodes: SyntaxNode[] = []): SyntaxNode[] {
  nodes.push(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const entry of value.filter(isNode)) nodesOf(entry, nodes);
    else if (isNode(value)) nodesOf(value, nodes);
  }
  return nodes;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** The parts of a node whose value people see or hear. */
function shownBy(node: SyntaxNode): SyntaxNode[] {
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return children(node, "children").map((child) =>
        child.type === "JSXExpressionContainer" ? content(child) : child,
      );
    case "JSXAttribute":
      return isTextName(node.name) || nameOf(node.name) === "text" ? [node.value].filter(isNode).map(content) : [];
    case "Property":
      return isTextName(node.key) ? [node.value].filter(isNode) : [];
    case "AssignmentExpression":
      return ASSIGNED_NAMES.has(memberName(node.left)) ? [node.right].filter(isNode) : [];
    case "CallExpression":
    case "NewExpression":
      return SHOWING_CALLS.has(nameOf(node.callee)) ? children(node, "arguments").slice(0, 1) : [];
    default:
      return [];
  }
}

function content(node: SyntaxNode): SyntaxNode {
  return node.type === "JSXExpressionContainer" && isNode(node.expression) ? node.expression : node;
}

/** The literals that an expression may come out as: either branch of a condition, the parts of a sum and of a template. */
function literalsOf(node: SyntaxNode): { text: string; start: number }[] {
  switch (node.type) {
    case "JSXText":
    case "Literal":
      return typeof node.value === "string" ? [{ text: node.value, start: node.start }] : [];
    case "TemplateLiteral": {
      const parts = children(node, "quasis").map(({ value, start }) => ({ text: cooked(value), start }));
      return [...parts, ...children(node, "expressions").flatMap(literalsOf)];
    }
    case "ConditionalExpression":
      return [node.consequent, node.alternate].filter(isNode).flatMap(literalsOf);
    case "LogicalExpression":
    case "BinaryExpression":
      return /^(\+|\|\||&&|\?\?)$/.test(String(node.operator))
        ? [node.left, node.right].filter(isNode).flatMap(literalsOf)
        : [];
    case "ArrayExpression":
      return children(node, "elements").flatMap(literalsOf);
    default:
      return [];
  }
}

function children(node: SyntaxNode, member: string): SyntaxNode[] {
  return [node[member]].flat().filter(isNode);
}

function cooked(value: unknown): string {
  return typeof value === "object" && value !== null && "cooked" in value ? String(value.cooked) : "";
}

function isTextName(name: unknown): boolean {
  return TEXT_NAMES.has(nameOf(name));
}

function nameOf(name: unknown): string {
  if (!isNode(name)) return "";
  return String(name.type === "MemberExpression" ? memberName(name) : (name.name ?? name.value));
}

function memberName(node: unknown): string {
  return isNode(node) && node.type === "MemberExpression" ? nameOf(node.property) : "";
}
