"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { AnswerState } from "@/components/ui/answer-state";
import { Part } from "@/components/ui/part";
import { settingsApi } from "@/lib/api/settings-client";
import { Limits } from "./limits";
import { StorageUse } from "./storage-use";

/** What is stored and how much more may be, and what is left of the limits. Read anew whenever it is opened. */
export function UsageSettings() {
  const t = useTranslations("usage");
  const query = useQuery({ queryKey: ["usage"], queryFn: settingsApi.readUsage, gcTime: 0 });
  const { data, isPending } = query;
  return (
    <>
      <Part id="usage" title={t("title")}>
        <AnswerState query={query} loading={t("loading")} failed={t("loadFailed")} retry={t("retry")} />
        {data ? <StorageUse storage={data.storage} /> : null}
      </Part>
      <Part id="limits" title={t("limits")}>
        {data ? <Limits usage={data} /> : <p className="text-quiet">{t(isPending ? "loading" : "limitsFailed")}</p>}
      </Part>
    </>
  );
}
