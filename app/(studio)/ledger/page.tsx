import type { Metadata } from "next";
import { headers } from "next/headers";
import { Ledger } from "@/components/spending/ledger/ledger";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { openPage } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translatorFor(localeOf(await headers()))("ledger.title") };
}

export default async function Page() {
  const { container } = await openPage();
  return <Ledger isPaid={container.mode === "runcomfy"} openedOn={new Date().toISOString().slice(0, 10)} />;
}
