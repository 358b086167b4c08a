"use client";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useBasket } from "@/components/compare/basket";
import { Picker } from "@/components/compare/picker";
import { jobQuery } from "@/components/jobs/queries";
import { TakePicture } from "@/components/jobs/take-tile";
import { ApiError } from "@/lib/api/client";
import type { WireJob } from "@/lib/api/contract";

/** The takes to choose from: those put aside that are not among the newest, then the newest. */
export function Choice({ recent }: { recent: readonly WireJob[] }) {
  const older = useEarlier(recent);
  const queries = useQueries({ queries: older.map(jobQuery) });
  const gone = older.filter((_, at) => isNotFound(queries[at]?.failureReason));
  return (
    <Picker
      jobs={[...queries.flatMap(({ data }) => data ?? []), ...recent]}
      gone={gone}
      renderPicture={(job) => <TakePicture job={job} className="h-auto max-h-full w-auto" />}
    />
  );
}

/** The ids put aside that `recent` lacks; one that is taken out stays, to be chosen again. */
function useEarlier(recent: readonly WireJob[]): readonly string[] {
  const basket = useBasket();
  const [ids, setIds] = useState<readonly string[]>([]);
  const unknown = basket.filter((id) => !ids.includes(id) && !recent.some((job) => job.id === id));
  if (unknown.length > 0) setIds([...ids, ...unknown]);
  return ids;
}

function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}
