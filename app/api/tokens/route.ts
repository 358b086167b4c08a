import { newTokenSchema } from "@/lib/api/access-contract";
import { apiHandler } from "@/lib/server/handler";
import { readJson } from "@/lib/server/json-body";

export const GET = apiHandler(
  async ({ container }) =>
    Response.json({ tokens: await container.access.listTokens() }, { headers: { "cache-control": "no-store" } }),
  { need: "manage" },
);

/** The only answer that holds the word itself. */
export const POST = apiHandler(async ({ container, request }) => {
  const made = await container.access.addToken(await readJson(request, newTokenSchema));
  return Response.json(made, { status: 201, headers: { "cache-control": "no-store" } });
});
