import type { Metadata } from "next";
import { headers } from "next/headers";
import { StudioPage } from "@/app/_studio/studio-page";
import { localeOf } from "@/lib/i18n/resolve";
import { getContainer } from "@/lib/server/container";

type Props = { params: Promise<{ modelId: string[] }> };

async function idOf({ params }: Props): Promise<string> {
  return (await params).modelId.map(decodeURIComponent).join("/");
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const model = (await getContainer()).readModel(await idOf(props), localeOf(await headers()));
  return model ? { title: model.name } : {};
}

export default async function Page(props: Props) {
  return <StudioPage modelId={await idOf(props)} />;
}
