import { snippetChangeSchema } from "@/lib/api/library-contract";
import { apiHandler } from "@/lib/server/handler";
import { readJson } from "@/lib/server/json-body";

type Params = { id: string };

export const PATCH = apiHandler<Params>(async ({ container, params, request }) => {
  const snippet = await container.changeSnippet(params.id, await readJson(request, snippetChangeSchema));
  return Response.json({ snippet }, { headers: { "cache-control": "no-store" } });
});

export const DELETE = apiHandler<Params>(async ({ container, params }) => {
  await container.removeSnippet(params.id);
  return new Response(null, { status: 204 });
});
