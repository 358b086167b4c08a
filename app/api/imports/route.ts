import { addModelsSchema } from "@/lib/api/import-contract";
import { apiHandler } from "@/lib/server/handler";
import { MAX_IMPORT_BYTES, readJson } from "@/lib/server/json-body";

const headers = { "cache-control": "no-store" };

export const GET = apiHandler(async ({ container, locale }) =>
  Response.json({ models: await container.listAddedModels(locale) }, { headers }),
);

export const POST = apiHandler(async ({ container, request }) => {
  const ids = await container.addModels(await readJson(request, addModelsSchema, MAX_IMPORT_BYTES));
  return Response.json({ ids }, { status: 201, headers });
});
