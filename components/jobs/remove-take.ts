import type { QueryClient } from "@tanstack/react-query";
import { api } from "@/lib/api/client";
import type { WireJob } from "@/lib/api/contract";
import { galleryApi } from "@/lib/api/gallery-client";
import { deletedTake } from "./deleted-take";
import { jobQuery, recentJobsQuery, withoutJob } from "./queries";

/** Puts a take into the trash; a message on whatever page leads back. Apart, because it is loaded when it is asked for. @throws ApiError */
export async function removeTake(job: WireJob, client: QueryClient): Promise<void> {
  const { id } = job;
  await api.deleteJob(id);
  // A page shows it until it has gone on, and would ask for what is in no list any more.
  client.setQueryData(jobQuery(id).queryKey, job);
  client.setQueryData(recentJobsQuery.queryKey, (list) => withoutJob(list, id));
  // Not what is asked about this very take: it is gone.
  void client.invalidateQueries({ queryKey: ["collections"], exact: true });
  void client.invalidateQueries({ queryKey: ["trash"] });
  deletedTake.setState({ id });
}

/** Takes it out of the trash again. @throws ApiError */
export async function restoreTake(id: string, client: QueryClient): Promise<void> {
  const { failed } = await galleryApi.actOnJobs({ ids: [id], action: "restore" });
  if (failed.length > 0) throw new Error("The take is not in the trash any more");
  for (const key of ["jobs", "collections", "trash"]) void client.invalidateQueries({ queryKey: [key] });
}
