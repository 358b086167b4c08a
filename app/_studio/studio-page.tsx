import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { RECENT_TAKES } from "@/components/jobs/recent-takes";
import { localeOf } from "@/lib/i18n/resolve";
import { getContainer } from "@/lib/server/container";
import { Studio } from "./studio";

/** Loads what the studio needs for one model; the first model where none is named. */
export async function StudioPage({ modelId }: { modelId?: string }) {
  const locale = localeOf(await headers());
  const container = await getContainer();
  const models = container.listModels(locale);
  const model = container.readModel(modelId ?? models[0]?.id ?? "", locale);
  if (!model) notFound();
  const jobs = await container.listJobs({ limit: RECENT_TAKES }, locale);
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
      />
    </Suspense>
  );
}
