"use client";
import { weightedLength } from "@/lib/prompt/length";
import type { PromptField } from "@/lib/schema/field";
import { useComposition, usePath } from "../composition-context";
import { getAt } from "../path";

/** Whether a text is longer than its model takes; renders when that changes only. */
export function useOverLimit({ name, limit }: PromptField): boolean {
  const path = usePath(name);
  return useComposition(({ values }) => {
    const value = limit ? getAt(values, path) : undefined;
    if (!limit || typeof value !== "string" || value.length * 2 <= limit.max) return false;
    return weightedLength(value, limit.cjkWeight) > limit.max;
  });
}
