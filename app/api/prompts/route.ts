import { promptQuerySchema } from "@/lib/api/library-contract";
import { apiHandler } from "@/lib/server/handler";
import { readQuery } from "@/lib/server/parse";

export const GET = apiHandler(async ({ container, locale, request }) => {
  const list = await container.listPrompts(readQuery(request, promptQuerySchema), locale);
  return Response.json(list, { headers: { "cache-control": "no-store" } });
});
