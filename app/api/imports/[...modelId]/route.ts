import { correctModelSchema } from "@/lib/api/import-contract";
import { apiHandler } from "@/lib/server/handler";
import { readJson } from "@/lib/server/json-body";

type Params = { modelId: string[] };

export const PATCH = apiHandler<Params>(async ({ container, params, request, locale }) => {
  const id = params.modelId.join("/");
  await container.correctModel(id, await readJson(request, correctModelSchema));
  return Response.json({ model: container.readModel(id, locale) }, { headers: { "cache-control": "no-store" } });
});

export const DELETE = apiHandler<Params>(async ({ container, params }) => {
  await container.removeModel(params.modelId.join("/"));
  return new Response(null, { status: 204 });
});
