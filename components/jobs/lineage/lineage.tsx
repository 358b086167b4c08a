"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { api } from "@/lib/api/client";
import type { WireLineage } from "@/lib/api/lineage-contract";
import { lineageTree } from "@/lib/lineage/tree";
import { GroupPlace, LineageBranch } from "./lineage-branch";
import { LineageTake } from "./lineage-take";

/** What a take came from and what came from it, as a small tree. */
export function Lineage({ jobId }: { jobId: string }) {
  const t = useTranslations("lineage");
  const query = useQuery({
    queryKey: ["lineage", jobId],
    queryFn: () => api.readLineage(jobId),
    staleTime: 0,
    retry: false,
  });
  return (
    <section aria-labelledby="job-lineage" aria-busy={query.isPending} className="flex min-w-0 flex-col gap-2">
      <h2 id="job-lineage" className="font-medium text-base">
        {t("title")}
      </h2>
      {query.isPending ? (
        <p role="status" className="text-quiet text-sm">
          {t("loading")}
        </p>
      ) : null}
      {query.isError ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 text-failed text-sm">
          {t("failed")}
          <Button onClick={() => void query.refetch()}>{t("retry")}</Button>
        </div>
      ) : null}
      {query.data ? <Tree lineage={query.data} /> : null}
    </section>
  );
}

function Tree({ lineage }: { lineage: WireLineage }) {
  const t = useTranslations("lineage");
  const [self] = lineage.jobs;
  if (!self) return null;
  const older = lineageTree(lineage, self.id, "older");
  const newer = lineageTree(lineage, self.id, "newer");
  if (older.length + newer.length === 0 && !self.group) return <p className="text-quiet text-sm">{t("empty")}</p>;
  return (
    <div className="flex flex-col gap-3">
      {older.length > 0 ? <Side title={t("older")} nodes={older} direction="older" /> : null}
      {lineage.cut.older ? <p className="text-quiet text-xs">{t("cutOlder")}</p> : null}
      <div>
        <LineageTake job={self} present />
        <GroupPlace job={self} />
      </div>
      {newer.length > 0 ? <Side title={t("newer")} nodes={newer} direction="newer" /> : null}
      {lineage.cut.newer ? <p className="text-quiet text-xs">{t("cutNewer")}</p> : null}
    </div>
  );
}

function Side(props: Omit<Parameters<typeof LineageBranch>[0], "label"> & { title: string }) {
  const { title, ...branch } = props;
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-quiet text-sm">{title}</h3>
      <LineageBranch {...branch} label={title} />
    </div>
  );
}
