import { apiHandler } from "@/lib/server/handler";

export const GET = apiHandler<{ id: string }>(async ({ container, locale, params }) => {
  const lineage = await container.readLineage(params.id, locale);
  return Response.json(lineage, { headers: { "cache-control": "no-store" } });
});
