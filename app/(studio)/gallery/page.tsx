import type { Metadata } from "next";
import { headers } from "next/headers";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { getContainer } from "@/lib/server/container";
import { Gallery } from "./gallery";
import { GALLERY_PAGE } from "./page-size";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translatorFor(localeOf(await headers()))("gallery.title") };
}

export default async function Page() {
  const locale = localeOf(await headers());
  const jobs = await (await getContainer()).listJobs({ limit: GALLERY_PAGE }, locale);
  return <Gallery initial={jobs} />;
}
