import { newSnippetSchema } from "@/lib/api/library-contract";
import { apiHandler } from "@/lib/server/handler";
import { readJson } from "@/lib/server/json-body";

const headers = { "cache-control": "no-store" };

export const GET = apiHandler(async ({ container }) => {
  return Response.json({ snippets: await container.listSnippets() }, { headers });
});

export const POST = apiHandler(async ({ container, request }) => {
  const snippet = await container.addSnippet(await readJson(request, newSnippetSchema));
  return Response.json({ snippet }, { status: 201, headers });
});
