import { newShareSchema } from "@/lib/api/share-contract";
import { AppError } from "@/lib/errors";
import { apiHandler } from "@/lib/server/handler";
import { readJson } from "@/lib/server/json-body";

export const POST = apiHandler<{ id: string }>(async ({ container, locale, params, request }) => {
  const wanted = await readJson(request, newShareSchema);
  if (!(await container.readJob(params.id, locale))) throw new AppError("notFound");
  const made = await container.createShare({ ...wanted, jobIds: [params.id], fewest: 1 }, request.headers);
  return Response.json(made, { status: 201, headers: { "cache-control": "no-store" } });
});
