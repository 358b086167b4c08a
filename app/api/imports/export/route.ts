import { apiHandler } from "@/lib/server/handler";

/** Added models as one file; `id`, which may be repeated, names some of them. */
export const GET = apiHandler(async ({ container, request }) => {
  const ids = new URL(request.url).searchParams.getAll("id");
  const file = await container.exportModels(ids.length > 0 ? ids : undefined);
  return Response.json(file, {
    headers: { "cache-control": "no-store", "content-disposition": 'attachment; filename="dailies-models.json"' },
  });
});
