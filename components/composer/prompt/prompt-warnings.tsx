"use client";
import { TriangleAlert } from "lucide-react";
import { type ReactNode, type RefObject, useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { type TagSeries, tagAt } from "@/lib/prompt/mentions";
import { type PromptWarning, promptWarnings } from "@/lib/prompt/warnings";
import type { PromptReference } from "./prompt-references";
import { type PromptText, useSettledText } from "./prompt-text";
import { useRepairs } from "./use-repairs";

type WarningProps = {
  text: PromptText;
  area: RefObject<HTMLTextAreaElement | null>;
  series: readonly TagSeries[];
  references: readonly PromptReference[];
};

/** What may be a slip in the prompt, each with its repair. Nothing is held back for it. */
export function PromptWarnings({ text, area, series, references }: WarningProps) {
  const settled = useSettledText(text, area);
  const warnings = useMemo(() => {
    const counts = Object.fromEntries(
      series.map(({ id }) => [id, references.filter(({ seriesId }) => seriesId === id).length]),
    );
    return promptWarnings(settled, series, counts);
  }, [settled, series, references]);
  return (
    <div role="status" aria-atomic="false" className="flex flex-col gap-1 empty:hidden">
      {warnings.map((warning) => {
        const one = series.find(({ id }) => id === warning.seriesId);
        return one ? (
          <Warning
            key={`${warning.seriesId} ${warning.kind}`}
            warning={warning}
            series={one}
            text={text}
            area={area}
            references={references.filter(({ seriesId }) => seriesId === one.id)}
          />
        ) : null;
      })}
    </div>
  );
}

function Warning(props: Omit<WarningProps, "series"> & { warning: PromptWarning; series: TagSeries }) {
  const { warning, series, references } = props;
  const t = useTranslations("mentions");
  const { list } = useFormatter();
  const repairs = useRepairs(props);
  const nameOf = (index: number) => {
    const tag = tagAt(series, index);
    const label = references[index]?.label;
    return label ? t("named", { label, tag }) : tag;
  };
  const media = repairs.media;
  if (warning.kind === "missing") {
    const count = warning.indices.length;
    return (
      <Row message={t("missing", { names: list(warning.indices.map(nameOf)), count, media })}>
        <Button onClick={() => repairs.removeTags(warning.indices)}>{t("removeTags", { count })}</Button>
        {references.length < series.max ? (
          <Button onClick={repairs.addReference}>{t("addReference", { media })}</Button>
        ) : null}
      </Row>
    );
  }
  if (warning.kind === "unmentioned") {
    const count = warning.indices.length;
    return (
      <Row message={t("unmentioned", { names: list(warning.indices.map(nameOf)), count })}>
        <Button onClick={() => repairs.mention(warning.indices)}>{t("mention", { count })}</Button>
      </Row>
    );
  }
  if (warning.kind === "order")
    return (
      <Row message={t("order", { media })}>
        <Button onClick={() => repairs.reorder(warning.order)}>{t("reorder", { media })}</Button>
      </Row>
    );
  const { typed, tags } = warning;
  return (
    <Row message={t("spelling", { typed: list(typed), count: typed.length })}>
      <Button onClick={repairs.respell}>{t("respell", { count: tags.length, tags: list(tags) })}</Button>
    </Row>
  );
}

function Row({ message, children }: { message: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-quiet text-sm">
      <TriangleAlert size={14} aria-hidden className="mt-1 shrink-0 self-start text-accent" />
      <span className="min-w-48 grow basis-48">{message}</span>
      <span className="flex flex-wrap gap-1">{children}</span>
    </div>
  );
}
