"use client";
import { useCallback, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/api/client";
import type { JsonObject } from "@/lib/json";
import type { FieldIssue } from "@/lib/schema/field";
import type { ExpandedPlan } from "@/lib/variations/plan";
import { toInput, unready } from "./composition";
import { useCompositionStore } from "./composition-context";
import type { Problem } from "./composition-store";
import { focusField } from "./focus-field";
import { useVariationStore } from "./variations/variation-context";

/** `preview`: made in the sandbox, also where a key is set. */
export type How = { preview: boolean };
/** Sends one input; the same `clientRequestId` and input never make two takes. Throws `ApiError`. */
export type SendTake = (input: JsonObject, clientRequestId: string, how: How) => Promise<unknown>;
/** The same for several takes as one group. */
export type SendGroup = (takes: ExpandedPlan, clientRequestId: string, how: How) => Promise<unknown>;
/** Asks a person who is about to spend much. */
export type Confirm = (takes: ExpandedPlan, how: How) => Promise<boolean>;

/** Generate, once: checks the form, sends it, and says beside the button what stands in the way. */
export function useGenerate(options: { modelId: string; send: SendTake; sendGroup: SendGroup; confirm: Confirm }) {
  const { modelId, send, sendGroup, confirm } = options;
  const store = useCompositionStore();
  const t = useTranslations();
  const variations = useVariationStore();
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | undefined>();
  const running = useRef(false);

  const showProblems = useCallback(
    (problems: readonly Problem[]) => {
      store.getState().setProblems(problems);
      setMessage(t("composer.problems", { count: problems.length }));
      focusField(store.getState(), problems[0]?.field);
    },
    [store, t],
  );
  const refuse = useCallback(
    (issues: readonly (FieldIssue & { message?: string })[]) =>
      showProblems(
        issues.map((issue) => ({
          field: issue.field,
          message: issue.message ?? t(`issues.${issue.code}`, { ...issue.params, field: issue.field }),
        })),
      ),
    [showProblems, t],
  );

  const attempt = useCallback(
    async (how: How) => {
      const state = store.getState();
      const waitsFor = unready(state);
      if (waitsFor.uploading > 0) return setMessage(t("composer.uploading", { count: waitsFor.uploading }));
      if (waitsFor.refused > 0) return setMessage(t("composer.refusedFiles"));
      if (state.unfinished.length > 0) return showProblems(state.unfinished);
      const [{ checkTakes }, { sendOnce }] = await Promise.all([
        import("./variations/check-takes"),
        import("@/lib/api/kept-tries"),
      ]);
      const checked = await checkTakes(t, state.fields, toInput(state.fields, state), variations);
      if (!checked.ok) {
        if (checked.issues.length > 0) refuse(checked.issues);
        if (checked.message) setMessage(checked.message);
        return;
      }
      state.setProblems([]);
      setMessage(undefined);

      const { takes, isGroup, source } = checked;
      try {
        // After an answer that never came, the same id makes the same takes again instead of more of them.
        await sendOnce(
          { name: `form:${modelId}`, payload: JSON.stringify([source, how]) },
          async () => (!isGroup || (await confirm(takes, how)) ? takes : undefined),
          (id, plan) => (isGroup ? sendGroup(plan, id, how) : send(plan.inputs[0] ?? {}, id, how)),
        );
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const issues = error.problem?.errors;
        if (issues && issues.length > 0) return refuse(withoutPlaces(issues as (FieldIssue & { message: string })[]));
        setMessage(error.problem?.detail ?? t("composer.notSent"));
      }
    },
    [store, modelId, t, showProblems, refuse, send, sendGroup, confirm, variations],
  );

  const generate = useCallback(
    async (how: How = { preview: false }) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      try {
        await attempt(how);
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [attempt],
  );

  return { generate, busy, message };
}

/** A group's problems name the input before the field (`inputs.3.seed`); the form has each field once. */
function withoutPlaces<T extends { field: string }>(issues: readonly T[]): T[] {
  const byField = new Map(issues.map((issue) => [issue.field.replace(/^inputs\.\d+\./, ""), issue]));
  return [...byField].map(([field, issue]) => ({ ...issue, field }));
}
