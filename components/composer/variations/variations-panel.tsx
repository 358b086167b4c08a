"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Segmented } from "@/components/ui/segmented";
import { seedFieldOf } from "@/lib/variations/plan";
import { EMPTY_DRAFT, type PlanDraft, type PlanKind } from "@/lib/variations/plan-draft";
import { sweepFields } from "@/lib/variations/sweepable";
import { useComposition } from "../composition-context";
import { PlanGrid } from "./plan-grid";
import { SeedCount } from "./seed-count";
import { SweepEditor } from "./sweep-editor";
import { useVariationStore, useVariations } from "./variation-context";
import { problemWords } from "./words";

const KINDS: readonly PlanKind[] = ["one", "seeds", "chosenSeeds", "sweep"];

/** What differs between the takes of one composition, and the grid that this will make. */
export function VariationsPanel() {
  const t = useTranslations("variations");
  const fields = useComposition((state) => state.fields);
  const store = useVariationStore();
  const draft = useVariations((state) => state.draft) ?? EMPTY_DRAFT;
  const problem = useVariations((state) => state.read.problem);
  const tAll = useTranslations();
  const ids = { title: useId(), seeds: useId(), help: useId() };
  const change = (part: Partial<PlanDraft>) => store.getState().setDraft({ ...draft, ...part });
  const hasSeed = seedFieldOf(fields) !== undefined;
  const kinds = KINDS.filter((kind) =>
    kind === "sweep" ? sweepFields(fields).length > 0 : kind === "one" ? true : hasSeed,
  );
  return (
    <section
      aria-labelledby={ids.title}
      className="scrolls flex max-h-[46dvh] flex-col gap-3 overflow-y-auto border-line border-b pt-2 pb-3"
    >
      <h3 id={ids.title} className="font-medium text-sm">
        {t("panel")}
      </h3>
      <p className="text-quiet text-xs">{t("about")}</p>
      <Segmented
        labelledBy={ids.title}
        value={draft.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        onChange={(value) => {
          const kind = kinds.find((known) => known === value);
          if (kind) change({ kind });
        }}
      />
      {draft.kind === "seeds" ? <SeedCount count={draft.count} onCount={(count) => change({ count })} /> : null}
      {draft.kind === "chosenSeeds" ? (
        <div className="flex flex-col gap-1">
          <label htmlFor={ids.seeds} className="text-sm">
            {t("seeds")}
          </label>
          <input
            id={ids.seeds}
            value={draft.seeds}
            inputMode="text"
            autoComplete="off"
            aria-describedby={ids.help}
            onChange={(event) => change({ seeds: event.target.value })}
            className={`${CONTROL_CLASS} num h-8`}
          />
          <p id={ids.help} className="text-quiet text-xs">
            {t("numbersHelp")}
          </p>
        </div>
      ) : null}
      {draft.kind === "sweep" ? <SweepEditor axes={draft.axes} onAxes={(axes) => change({ axes })} /> : null}
      <p role="status" className="text-sm text-unsure empty:hidden">
        {problem && draft.kind !== "one" ? problemWords(tAll, problem) : null}
      </p>
      <PlanGrid />
    </section>
  );
}
