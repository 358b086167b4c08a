import { bulkSchema } from "@/lib/api/gallery-contract";
import { apiHandler } from "@/lib/server/handler";
import { readJson } from "@/lib/server/json-body";

export const POST = apiHandler(async ({ container, request }) => {
  const answer = await container.actOnJobs(await readJson(request, bulkSchema));
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
});
