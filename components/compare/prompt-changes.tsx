"use client";
import { useEffect, useState } from "react";
import { type DifferencePart, wordDifference } from "@/lib/prompt/word-difference";

/** A prompt with what is other than in A's, word by word; the text alone until the comparison is loaded. */
export function PromptChanges({ before, after }: { before: string; after: string }) {
  const [parts, setParts] = useState<DifferencePart[]>([{ kind: "same", text: after }]);
  useEffect(() => {
    let wanted = true;
    void import("diff").then(({ diffArrays }) => {
      if (wanted) setParts(wordDifference(before, after, diffArrays));
    });
    return () => {
      wanted = false;
    };
  }, [before, after]);
  return <span className="whitespace-pre-wrap break-words">{parts.map(Part)}</span>;
}

function Part({ kind, text }: DifferencePart, place: number) {
  const key = `${place} ${kind}`;
  if (kind === "same") return <span key={key}>{text}</span>;
  if (kind === "added") {
    return (
      <ins key={key} className="rounded-sm bg-done/15 underline decoration-2 decoration-done underline-offset-4">
        {text}
      </ins>
    );
  }
  return (
    <del key={key} className="rounded-sm bg-failed/15 line-through decoration-2 decoration-failed">
      {text}
    </del>
  );
}
