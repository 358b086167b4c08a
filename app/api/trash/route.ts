import { trashQuerySchema } from "@/lib/api/gallery-contract";
import { apiHandler } from "@/lib/server/handler";
import { readQuery } from "@/lib/server/parse";

const headers = { "cache-control": "no-store" };

export const GET = apiHandler(async ({ container, locale, request }) => {
  return Response.json(await container.listTrash(readQuery(request, trashQuerySchema), locale), { headers });
});

export const DELETE = apiHandler(async ({ container }) => {
  return Response.json({ removed: await container.emptyTrash() }, { headers });
});
