import { apiHandler } from "@/lib/server/handler";

type Params = { modelId: string[] };
const headers = { "cache-control": "no-store" };

/** What choosing this model would add. */
export const GET = apiHandler<Params>(async ({ container, params, locale }) => {
  const { text } = await container.catalogSource(params.modelId.join("/"));
  return Response.json(await container.previewImport({ text }, locale), { headers });
});

/** Adds this model to the studio. */
export const POST = apiHandler<Params>(async ({ container, params }) => {
  const { text, readAtMs } = await container.catalogSource(params.modelId.join("/"));
  return Response.json({ ids: await container.addModels({ text }, readAtMs) }, { status: 201, headers });
});
