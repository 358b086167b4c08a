"use client";
import { weightedLength } from "@/lib/prompt/length";
import type { TextLimit } from "@/lib/schema/field";
import { useFieldValue } from "../composition-context";
import { LengthCount } from "../fields/length-count";

/** The only part of the prompt field that renders with every key stroke. */
export function PromptLength({ name, limit }: { name: string; limit: TextLimit }) {
  const [value] = useFieldValue(name);
  return <LengthCount length={typeof value === "string" ? weightedLength(value, limit.cjkWeight) : 0} limit={limit} />;
}
