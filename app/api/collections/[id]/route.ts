import { collectionChangeSchema } from "@/lib/api/gallery-contract";
import { apiHandler } from "@/lib/server/handler";
import { readJson } from "@/lib/server/json-body";

type Params = { id: string };

export const PATCH = apiHandler<Params>(async ({ container, params, request }) => {
  const collection = await container.changeCollection(params.id, await readJson(request, collectionChangeSchema));
  return Response.json({ collection }, { headers: { "cache-control": "no-store" } });
});

export const DELETE = apiHandler<Params>(async ({ container, params }) => {
  await container.removeCollection(params.id);
  return new Response(null, { status: 204 });
});
