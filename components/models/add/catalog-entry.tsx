"use client";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import type { WireCatalogEntry } from "@/lib/api/catalog-contract";
import { ApiError, modelPath } from "@/lib/api/client";
import { languageOf } from "@/lib/i18n/text-language";
import { useAddFromCatalog } from "./use-catalog";

export function CatalogEntry({ model, onAdded }: { model: WireCatalogEntry; onAdded: (modelId: string) => void }) {
  const t = useTranslations("catalog");
  const format = useFormatter();
  const adding = useAddFromCatalog(model.id, onAdded);
  const { price, kind, categories } = model;
  const labels = [...new Set([kind, ...categories])].filter(Boolean);
  const isFree = price?.usd === 0;
  const amount = price && format.number(price.usd, { style: "currency", currency: "USD", maximumFractionDigits: 4 });
  const refusal = adding.error instanceof ApiError ? adding.error.problem?.detail : undefined;
  return (
    // What is out of sight is not laid out: the list may be long.
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      <div className="flex min-w-60 grow basis-0 flex-col gap-0.5">
        <span className="break-words font-medium text-sm">{model.name}</span>
        {model.summary && model.summary !== model.id ? (
          <span lang={languageOf(model.summary)} className="line-clamp-2 break-words text-quiet text-sm">
            {model.summary}
          </span>
        ) : null}
        <span className="num break-all text-quiet text-xs">{model.id}</span>
        {labels.length > 0 ? <span className="break-words text-quiet text-xs">{labels.join(" · ")}</span> : null}
        {adding.isError ? (
          <span role="alert" className="text-failed text-sm">
            {refusal ?? t("addFailed")}
          </span>
        ) : null}
      </div>
      <span className="num text-quiet text-xs">
        {isFree ? t("freePrice") : price ? t("price", { amount: amount ?? "", unit: price.unit }) : t("noPrice")}
      </span>
      {model.isHere ? (
        <Link
          href={`/models/${modelPath(model.id)}`}
          aria-label={t("openModel", { name: model.name })}
          className={buttonClass("quiet")}
        >
          {t("open")}
        </Link>
      ) : (
        <Button
          aria-label={t("useModel", { name: model.name })}
          disabled={adding.isPending}
          onClick={() => adding.mutate()}
        >
          {t("use")}
        </Button>
      )}
    </li>
  );
}
