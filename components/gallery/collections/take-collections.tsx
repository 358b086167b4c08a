"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { galleryApi } from "@/lib/api/gallery-client";
import { collectionPath } from "./collection-path";
import { useCollections } from "./use-collections";

const ChooseCollections = dynamic(() => import("./choose-collections").then((module) => module.ChooseCollections), {
  ssr: false,
});

/** The collections that a take is in, and the way into others. */
export function TakeCollections({ jobId }: { jobId: string }) {
  const t = useTranslations("collections");
  const format = useFormatter();
  const client = useQueryClient();
  const { collections, put } = useCollections();
  const [choosing, setChoosing] = useState(false);
  const queryKey = ["collections", "of", jobId];
  const ids = useQuery({
    queryKey,
    queryFn: async () => (await galleryApi.readJobWithCollections(jobId)).job.collectionIds ?? [],
  });
  const isIn = new Set(ids.data);
  const own = collections.filter(({ id }) => isIn.has(id));
  const choose = async (id: string, chosen: boolean) => {
    await put(id, [jobId], chosen);
    client.setQueryData<string[]>(queryKey, (list = []) => [
      ...list.filter((one) => one !== id),
      ...(chosen ? [id] : []),
    ]);
  };
  if (!ids.data) return null;
  return (
    <section aria-label={t("label")} className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
      <span className="text-quiet">{own.length > 0 ? t("in") : t("inNone")}</span>
      {own.length > 0 ? (
        <span className="min-w-0 break-words">
          {format.list(
            own.map(({ id, name }) => (
              <Link key={id} href={collectionPath(id)} className="underline">
                {name}
              </Link>
            )),
            { type: "unit" },
          )}
        </span>
      ) : null}
      <Button variant="quiet" className="-my-1" onClick={() => setChoosing(true)}>
        {own.length > 0 ? t("change") : t("choose")}
      </Button>
      {choosing ? <ChooseCollections isIn={isIn} onChoose={choose} onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}
