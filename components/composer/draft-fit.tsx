"use client";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { JsonValue } from "@/lib/json";
import { createValidator } from "@/lib/schema/validator";
import { toInput } from "./composition";
import { useCompositionStore } from "./composition-context";
import type { CompositionState, Problem } from "./composition-store";

/** What is missing is no misfit: a draft is not finished. */
const MISFITS = new Set(["notInChoices", "tooSmall", "tooLarge", "tooLong", "tooMany", "notInteger", "wrongType"]);

/**
 * Says what of a draft its model has no place for any more, since a model may have changed meanwhile, and marks the fields whose value
 * is not taken any more. Nothing goes without a word.
 */
export function DraftFit() {
  const store = useCompositionStore();
  const t = useTranslations();
  const [strangers, setStrangers] = useState<[key: string, value: JsonValue][]>([]);

  // Once for the draft that was just restored; what is typed later is checked when it is sent.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const state = store.getState();
    setStrangers(strangersOf(state));
    const misfits = misfitsOf(state, (code, params) => t(`issues.${code}` as "issues.required", params));
    if (misfits.length > 0) state.setProblems(misfits);
  }, [store]);

  if (strangers.length === 0) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-2 rounded bg-accent-soft px-2.5 py-1 text-sm"
    >
      <p className="min-w-0 break-words">
        {t("composer.noLongerThere")}{" "}
        {strangers
          .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
          .join(" · ")}
      </p>
      <Button variant="quiet" className="text-accent!" onClick={() => setStrangers([])}>
        {t("composer.close")}
      </Button>
    </div>
  );
}

function strangersOf({ fields, values }: CompositionState): [string, JsonValue][] {
  const known = new Set(fields.map(({ name }) => name));
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === null || value === "" || known.has(key) ? [] : [[key, value]],
  );
}

type Say = (code: string, params: Record<string, string | number>) => string;

function misfitsOf(state: CompositionState, say: Say): Problem[] {
  const result = createValidator(state.fields).parse(toInput(state.fields, state));
  if (result.ok) return [];
  return result.issues.flatMap(({ field, code, params }) =>
    MISFITS.has(code) ? [{ field, message: say(code, { ...params, field }) }] : [],
  );
}
