import type { Metadata } from "next";
import { headers } from "next/headers";
import { RECENT_TAKES } from "@/components/jobs/recent-takes";
import { MAX_TAKES, readJobIds } from "@/lib/compare/takes";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { openPage } from "@/lib/server/page";
import { ComparePage } from "./compare-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translatorFor(localeOf(await headers()))("compare.title") };
}

export default async function Page({ searchParams }: Props) {
  const { locale, container } = await openPage();
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const query = new URLSearchParams(given);
  const ids = readJobIds(query.get("jobs") ?? undefined);
  const asked = ids.slice(0, MAX_TAKES);
  const jobs = await Promise.all(asked.map((id) => container.readJob(id, locale)));
  const madeWith = await Promise.all(asked.map((id) => container.readJobModel(id, locale)));
  const takes = jobs.flatMap((job, at) => (job ? [{ job, fields: madeWith[at]?.model.fields ?? [] }] : []));
  const missing = asked.filter((_, at) => jobs[at] === undefined);
  const { jobs: recent } = await container.listJobs({ limit: RECENT_TAKES }, locale);
  return (
    <ComparePage
      key={asked.join()}
      takes={takes}
      missing={missing}
      leftOut={ids.length - asked.length}
      recent={recent}
      query={query.toString()}
    />
  );
}
