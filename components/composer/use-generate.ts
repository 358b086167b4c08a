"use client";
import { useCallback, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/api/client";
import type { JsonObject } from "@/lib/json";
import type { FieldIssue } from "@/lib/schema/field";
import { toInput, unready } from "./composition";
import { useCompositionStore } from "./composition-context";
import type { Problem } from "./composition-store";
import { focusField } from "./focus-field";

/** Sends one input; the same `clientRequestId` and input never make two takes. Throws `ApiError`. */
export type SendTake = (input: JsonObject, clientRequestId: string) => Promise<unknown>;

/** Generate, once: checks the form, sends it, and says beside the button what stands in the way. */
export function useGenerate(send: SendTake) {
  const store = useCompositionStore();
  const t = useTranslations();
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string | undefined>();
  const running = useRef(false);
  const lastTry = useRef<{ payload: string; id: string } | undefined>(undefined);

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

  const attempt = useCallback(async () => {
    const state = store.getState();
    const waitsFor = unready(state);
    if (waitsFor.uploading > 0) return setMessage(t("composer.uploading", { count: waitsFor.uploading }));
    if (waitsFor.refused > 0) return setMessage(t("composer.refusedFiles"));
    if (state.unfinished.length > 0) return showProblems(state.unfinished);
    const input = toInput(state.fields, state);
    const { createValidator } = await import("@/lib/schema/validator");
    const checked = createValidator(state.fields).parse(input);
    if (!checked.ok) return refuse(checked.issues);
    state.setProblems([]);
    setMessage(undefined);

    // After an answer that never came, the same id makes the same take again instead of a second one.
    const payload = JSON.stringify(checked.value);
    const id = lastTry.current?.payload === payload ? lastTry.current.id : crypto.randomUUID();
    lastTry.current = { payload, id };
    try {
      await send(checked.value, id);
      lastTry.current = undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const issues = error.problem?.errors;
      if (issues && issues.length > 0) return refuse(issues as (FieldIssue & { message: string })[]);
      setMessage(error.problem?.detail ?? t("composer.notSent"));
    }
  }, [store, t, showProblems, refuse, send]);

  const generate = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await attempt();
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, [attempt]);

  return { generate, busy, message };
}
