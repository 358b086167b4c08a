import { notFound } from "next/navigation";
import { Suspense } from "react";
import { RECENT_TAKES } from "@/components/jobs/recent-takes";
import { openPage } from "@/lib/server/page";
import { Studio } from "./studio";

/** Loads what the studio needs for one model; the first model where none is named. */
export async function StudioPage({ modelId }: { modelId?: string }) {
  const { locale, container } = await openPage();
  const models = container.listModels(locale);
  const model = container.readModel(modelId ?? models[0]?.id ?? "", locale);
  if (!model) notFound();
  const jobs = await container.listJobs({ limit: RECENT_TAKES }, locale);
  // Then the example has something to show; whoever comes for a model comes to fill in its form.
  const isFirstVisit = modelId === undefined && jobs.jobs.length === 0;
  const groupIds = new Set(jobs.jobs.flatMap(({ groupId }) => groupId ?? []));
  const groups = await Promise.all([...groupIds].map((id) => container.readGroup(id, locale)));
  return (
    <Suspense>
      <Studio
        key={model.id}
        model={model}
        models={models}
        jobs={jobs}
        groups={groups.filter((group) => group !== undefined)}
        mode={container.mode}
        firstPanel={isFirstVisit ? "watch" : "compose"}
      />
    </Suspense>
  );
}
