import type { WireSnippet } from "@/lib/api/library-contract";
import { AppError } from "@/lib/errors";
import type { FieldIssue } from "@/lib/schema/field";
import type { Snippet, SnippetStore } from "./ports";

const MAX_NAME_CHARS = 80;
const MAX_TEXT_CHARS = 10_000;
const MAX_SNIPPETS = 500;
/** A name that is made from the text ends with the last whole word before this. */
const NAME_FROM_TEXT_CHARS = 40;

export type SnippetDeps = { snippets: SnippetStore; newId: () => string; now: () => number };
type SnippetChange = { name?: string | undefined; text?: string | undefined };

export async function listSnippets({ snippets }: SnippetDeps): Promise<WireSnippet[]> {
  return (await snippets.list()).map(toWire);
}

/** @throws AppError `invalidInput` naming the limit, `conflict` where there are as many as can be */
export async function addSnippet(
  { name, text }: SnippetChange & { text: string },
  { snippets, newId, now }: SnippetDeps,
): Promise<WireSnippet> {
  const nowMs = now();
  const snippet = { id: newId(), ...checked({ name, text }), createdAtMs: nowMs, updatedAtMs: nowMs };
  if (!(await snippets.insert(snippet, MAX_SNIPPETS))) {
    throw new AppError("conflict", { reason: "snippetsFull", max: MAX_SNIPPETS });
  }
  return toWire(snippet);
}

/** An empty name becomes one made from the text. @throws AppError `notFound`, `invalidInput` naming the limit */
export async function changeSnippet(
  id: string,
  change: SnippetChange,
  { snippets, now }: SnippetDeps,
): Promise<WireSnippet> {
  const known = await snippets.get(id);
  if (!known) throw new AppError("notFound");
  const { name = known.name, text = known.text } = change;
  const snippet = { ...known, ...checked({ name, text }), updatedAtMs: now() };
  if (!(await snippets.update(snippet))) throw new AppError("notFound");
  return toWire(snippet);
}

/** @throws AppError `notFound` */
export async function removeSnippet(id: string, { snippets }: SnippetDeps): Promise<void> {
  if (!(await snippets.remove(id))) throw new AppError("notFound");
}

function checked({ name = "", text }: SnippetChange & { text: string }): { name: string; text: string } {
  const given = { name: name.replace(/\s+/g, " ").trim(), text };
  const issues: FieldIssue[] = [
    ...(text.trim() === "" ? [{ field: "text", code: "required", params: {} } as const] : []),
    ...tooLong("text", text, MAX_TEXT_CHARS),
    ...tooLong("name", given.name, MAX_NAME_CHARS),
  ];
  if (issues.length > 0) throw new AppError("invalidInput", { count: issues.length }, { issues });
  return { name: given.name || firstWords(text), text };
}

function tooLong(field: string, value: string, max: number): FieldIssue[] {
  return value.length > max ? [{ field, code: "tooLong", params: { length: value.length, max } }] : [];
}

function firstWords(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const chars = [...line];
  if (chars.length <= NAME_FROM_TEXT_CHARS) return line;
  const start = chars.slice(0, NAME_FROM_TEXT_CHARS).join("");
  const lastSpace = start.lastIndexOf(" ");
  // Languages without spaces, and very long words, are cut where the room ends.
  return `${lastSpace > 0 ? start.slice(0, lastSpace) : start}…`;
}

function toWire({ id, name, text, createdAtMs, updatedAtMs }: Snippet): WireSnippet {
  const [createdAt, updatedAt] = [new Date(createdAtMs).toISOString(), new Date(updatedAtMs).toISOString()];
  return { id, name, text, createdAt, updatedAt };
}
