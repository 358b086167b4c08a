"use client";
import { useTranslations } from "use-intl";
import { affectsPrice } from "@/lib/schema/affects-price";
import type { Field } from "@/lib/schema/field";
import { valueLabel } from "@/lib/variations/value-label";
import { useComposition } from "../composition-context";
import { useBoundsWords } from "./use-bounds";

/**
 * What is said of a field on demand beside its page's description, a line each: what it is where the page does not say, what it does to
 * the price, its limits, and what it is without a change. The members of an object, which have no frame of their own, are among it.
 */
export function FieldExplanation({ field }: { field: Field }) {
  const t = useTranslations("fields");
  const linesOf = useLines();
  const members = field.kind === "structured" ? field.fields : [];
  const ofMember = (member: Field) => [member.help, ...linesOf(member)].filter(Boolean).join(" ");
  return [
    ...linesOf(field),
    ...members.map((member) => t("member", { label: member.label, text: ofMember(member) })),
  ].join("\n");
}

function useLines(): (field: Field) => string[] {
  const t = useTranslations();
  const form = useComposition((state) => state.fields);
  // Whether the prompt can name the form's files.
  const isNaming = useComposition(({ slots }) => slots.some(({ tags }) => tags[0] !== undefined));
  const bounds = useBoundsWords();
  const words = {
    on: t("composer.on"),
    off: t("composer.off"),
    seconds: (value: string) => t("fields.seconds", { value }),
  };
  return (field) => {
    const reason = affectsPrice(field, form);
    const start = "default" in field ? field.default : undefined;
    const isSet = start !== undefined && start !== "" && typeof start !== "object";
    const range = bounds(field);
    return [
      field.kind === "json" ? t(`fields.puzzle.${field.note.code}`, field.note.params) : undefined,
      isNaming && field.kind === "prompt" && t("fields.mentions"),
      field.help || field.kind === "json" ? undefined : t(`fields.about.${subjectOf(field)}`),
      reason && t(`fields.price.${reason}`),
      "limit" in field && field.limit && t("fields.lengthLimit", { max: field.limit.max }),
      range && t("fields.allowed", { range }),
      field.kind === "integer" && t("fields.wholeNumbers"),
      isSet && field.kind !== "seed" && t("fields.default", { value: valueLabel(field, start, words) }),
    ].filter((line) => typeof line === "string");
  };
}

const SUBJECTS = {
  prompt: "prompt",
  seed: "seed",
  image: "image",
  video: "video",
  audio: "audio",
  text: "other",
  choice: "other",
  integer: "other",
  number: "other",
  toggle: "other",
  structured: "other",
} as const;

/** By what a field without a description is explained: its part in what is made, else its kind. */
function subjectOf(field: Exclude<Field, { kind: "json" }>) {
  if (field.role) return field.role;
  return field.kind === "mediaList" ? field.media : SUBJECTS[field.kind];
}
