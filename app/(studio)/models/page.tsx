import type { Metadata } from "next";
import { headers } from "next/headers";
import { ModelList } from "@/components/models/model-list";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { openPage } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translatorFor(localeOf(await headers()))("models.title") };
}

export default async function Page() {
  const { locale, container } = await openPage();
  return <ModelList models={container.listModels(locale)} />;
}
