import { collectionOrderSchema } from "@/lib/api/gallery-contract";
import { apiHandler } from "@/lib/server/handler";
import { readJson } from "@/lib/server/json-body";

export const POST = apiHandler<{ id: string }>(async ({ container, params, request }) => {
  const { ids } = await readJson(request, collectionOrderSchema);
  const collection = await container.orderCollection(params.id, ids);
  return Response.json({ collection }, { headers: { "cache-control": "no-store" } });
});
