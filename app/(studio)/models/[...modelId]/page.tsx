import type { Metadata } from "next";
import { StudioPage } from "@/app/_studio/studio-page";
import { openPage } from "@/lib/server/page";

type Props = { params: Promise<{ modelId: string[] }> };

async function idOf({ params }: Props): Promise<string> {
  return (await params).modelId.map(decodeURIComponent).join("/");
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, container } = await openPage();
  const model = container.readModel(await idOf(props), locale);
  return model ? { title: model.name } : {};
}

export default async function Page(props: Props) {
  return <StudioPage modelId={await idOf(props)} />;
}
