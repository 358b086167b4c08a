import type { Metadata } from "next";
import { headers } from "next/headers";
import { ShareList } from "@/components/share/share-list";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { openPage } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translatorFor(localeOf(await headers()))("shares.listTitle") };
}

export default async function Page() {
  await openPage();
  return <ShareList />;
}
