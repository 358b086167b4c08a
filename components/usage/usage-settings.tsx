"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { settingsApi } from "@/lib/api/settings-client";
import { Limits } from "./limits";
import { StorageUse } from "./storage-use";

/** What is stored and how much more may be, and what is left of the limits. Read anew whenever it is opened. */
export function UsageSettings() {
  const t = useTranslations("usage");
  const { data, isPending, refetch } = useQuery({ queryKey: ["usage"], queryFn: settingsApi.readUsage, gcTime: 0 });
  return (
    <section aria-labelledby="usage-title" className="flex flex-col gap-2 border-line border-t pt-4">
      <h3 id="usage-title" className="font-medium">
        {t("title")}
      </h3>
      {data ? (
        <>
          <StorageUse storage={data.storage} />
          <Limits usage={data} />
        </>
      ) : isPending ? (
        <p role="status" className="text-quiet">
          {t("loading")}
        </p>
      ) : (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-failed">
          {t("loadFailed")}
          <Button onClick={() => void refetch()}>{t("retry")}</Button>
        </div>
      )}
    </section>
  );
}
