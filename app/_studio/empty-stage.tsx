"use client";
import { useLocale } from "use-intl";
import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import { exampleTake } from "@/lib/models/example-take";
import { EmptyStageWays } from "./empty-stage-ways";
import { ExampleFilm } from "./example-film";
import { ExampleSettings } from "./example-settings";

/** Before the first take: a finished one as an example, what made it, and three ways to a first one of one's own. */
export function EmptyStage(props: {
  /** The model of the form on this page. */
  model: WireModel;
  models: readonly WireModelSummary[];
  /** Brings the form into view. */
  onCompose: () => void;
}) {
  const { model, models, onCompose } = props;
  const locale = useLocale();
  const take = exampleTake(locale);
  const name = models.find(({ id }) => id === take.modelId)?.name ?? take.modelId;
  return (
    // The stage is dark in both themes.
    <div data-theme="dark" className="scrolls flex min-h-0 grow flex-col overflow-y-auto p-4 text-text md:p-6">
      <div className="m-auto flex w-full max-w-160 flex-col gap-5">
        <ExampleFilm locale={locale} film={take.film} model={name} />
        <ExampleSettings take={take} name={name} present={model} />
        <EmptyStageWays take={take} model={model} onCompose={onCompose} />
      </div>
    </div>
  );
}
