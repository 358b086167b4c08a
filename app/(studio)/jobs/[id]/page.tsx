import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { promptStart } from "@/lib/prompt/prompt-start";
import { openPage } from "@/lib/server/page";
import { JobView } from "./job-view";

type Props = { params: Promise<{ id: string }> };

async function load({ params }: Props) {
  const { locale, container } = await openPage();
  const { id } = await params;
  const [job, madeWith, neighbours] = await Promise.all([
    container.readJob(id, locale),
    container.readJobModel(id, locale),
    container.readNeighbours(id),
  ]);
  return job && { initial: job, madeWith, neighbours };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, container } = await openPage();
  const job = await container.readJob((await params).id, locale);
  return job ? { title: promptStart(job.input.prompt) ?? job.modelName } : {};
}

export default async function Page(props: Props) {
  const loaded = await load(props);
  if (!loaded) notFound();
  return <JobView {...loaded} />;
}
