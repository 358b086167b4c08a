"use client";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { modelPath } from "@/lib/api/client";
import type { WireModelSummary } from "@/lib/api/contract";
import { AddedModels } from "./added-models";

export function ModelList({ models }: { models: readonly WireModelSummary[] }) {
  const t = useTranslations("models");
  const router = useRouter();
  return (
    <main id="content" className="mx-auto flex w-full max-w-260 flex-col gap-6 px-4 py-8">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="flex flex-col gap-1">
          <h1 className="font-semibold text-xl">{t("title")}</h1>
          <p className="text-quiet">{t("intro")}</p>
        </div>
        <Link href="/models/add" className={buttonClass("primary")}>
          <Plus size={14} aria-hidden />
          {t("add")}
        </Link>
      </header>
      <ul className="grid gap-3 md:grid-cols-2">
        {models.map((model) => (
          <li key={model.id}>
            <Link
              href={`/models/${modelPath(model.id)}`}
              className="flex h-full flex-col gap-1 rounded-card border border-line bg-panel p-4 hover:border-edge"
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="font-medium text-lg">{model.name}</span>
                <span className="text-quiet text-xs">{t(`output.${model.output}`)}</span>
              </span>
              {model.summary === model.id ? null : <span className="text-sm">{model.summary}</span>}
              <span className="num mt-auto break-all pt-2 text-quiet text-xs">{model.id}</span>
            </Link>
          </li>
        ))}
      </ul>
      <AddedModels onChanged={() => router.refresh()} />
    </main>
  );
}
