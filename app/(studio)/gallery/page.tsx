import type { Metadata } from "next";
import { headers } from "next/headers";
import { jobQuerySchema } from "@/lib/api/contract";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { openPage } from "@/lib/server/page";
import { filtersSearch, listParametersOf, readFilters } from "./filters";
import { Gallery } from "./gallery";
import { pageOf } from "./gallery-take";
import { GALLERY_PAGE } from "./page-size";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translatorFor(localeOf(await headers()))("gallery.title") };
}

export default async function Page({ searchParams }: Props) {
  const { locale, container } = await openPage();
  const given = await searchParams;
  const filters = readFilters({ get: (name) => [given[name] ?? null].flat()[0] ?? null });
  const query = jobQuerySchema.parse({ ...listParametersOf(filters), limit: GALLERY_PAGE });
  const page = pageOf(await container.listJobs(query, locale));
  const models = container.listModels(locale).map(({ id, name }) => ({ id, name }));
  return <Gallery initial={{ search: filtersSearch(filters), page, readAtMs: Date.now() }} models={models} />;
}
