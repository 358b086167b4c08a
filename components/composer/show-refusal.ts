import type { WireJob } from "@/lib/api/contract";
import { canonical } from "@/lib/canonical";
import type { JsonObject } from "@/lib/json";
import { placeOf } from "@/lib/schema/place-of";
import { createValidator } from "@/lib/schema/validator";
import { toInput } from "./composition";
import type { CompositionStore, Problem } from "./composition-store";
import { focusField } from "./focus-field";

export type Refusal = NonNullable<WireJob["error"]>;

/**
 * Shows what the service said of single values at their fields, where it stays until the value is changed. What it said of anything
 * else is with the take alone. True where something is shown.
 */
export function showRefusal(
  store: CompositionStore,
  refusal: Refusal,
  { words, focus, onShown }: { words: (message: string) => string; focus: boolean; onShown?: () => void },
): boolean {
  const { fields, setProblems } = store.getState();
  const problems = issuesOf(refusal).flatMap(({ field, message }): Problem[] => {
    const place = placeOf(fields, field);
    return place === undefined ? [] : [{ field: place, message: words(message) }];
  });
  if (problems.length === 0) return false;
  setProblems(joined(problems));
  onShown?.();
  if (focus) focusField(store.getState(), problems[0]?.field);
  return true;
}

/** Whether the form says what `input` says. */
export function saysSame(store: CompositionStore, input: JsonObject): boolean {
  const state = store.getState();
  const checked = createValidator(state.fields).parse(toInput(state.fields, state));
  return checked.ok && canonical(checked.value) === canonical(input);
}

/** The text of a single issue begins with the field's own path. */
function issuesOf({ field, issues, message }: Refusal): { field: string; message: string }[] {
  if (issues) return issues;
  if (field === undefined) return [];
  const head = `${field}: `;
  return [{ field, message: message.startsWith(head) ? message.slice(head.length) : message }];
}

/** One text a place. */
function joined(problems: readonly Problem[]): Problem[] {
  const byField = new Map<string, string[]>();
  for (const { field, message } of problems) byField.set(field, [...(byField.get(field) ?? []), message]);
  return [...byField].map(([field, messages]) => ({ field, message: messages.join("\n") }));
}
