"use client";
import dynamic from "next/dynamic";
import { useCallback, useState } from "react";
import type { WireModel } from "@/lib/api/contract";
import type { ExpandedPlan } from "@/lib/variations/plan";
import { needsConfirmation } from "@/lib/variations/spend";
import type { Confirm, How } from "../use-generate";

const ConfirmDialog = dynamic(() => import("./confirm-dialog").then((module) => module.ConfirmDialog), { ssr: false });

type Question = { takes: ExpandedPlan; how: How; answer: (yes: boolean) => void };

/** Asks before much is spent. `dialog` is drawn by whoever asks. */
export function useConfirmation(free: boolean, model: WireModel) {
  const [question, setQuestion] = useState<Question | undefined>();
  const confirm: Confirm = useCallback(
    (takes, how) => {
      if (!needsConfirmation(takes.inputs.length, free || how.preview)) return Promise.resolve(true);
      return new Promise((resolve) => {
        const answer = (yes: boolean) => {
          setQuestion(undefined);
          resolve(yes);
        };
        setQuestion({ takes, how, answer });
      });
    },
    [free],
  );
  const dialog = question ? (
    <ConfirmDialog
      takes={question.takes}
      model={model}
      free={free || question.how.preview}
      onAnswer={question.answer}
    />
  ) : null;
  return { confirm, dialog };
}
