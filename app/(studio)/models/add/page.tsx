import type { Metadata } from "next";
import { headers } from "next/headers";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { openPage } from "@/lib/server/page";
import { AddModelView } from "./add-model-view";

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translatorFor(localeOf(await headers()))("addModel.title") };
}

export default async function Page({ searchParams }: Props) {
  await openPage();
  const { q } = await searchParams;
  return <AddModelView search={typeof q === "string" ? q : ""} />;
}
