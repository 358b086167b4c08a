import { catalogQuerySchema } from "@/lib/api/catalog-contract";
import { apiHandler } from "@/lib/server/handler";
import { readQuery } from "@/lib/server/parse";

const headers = { "cache-control": "no-store" };

export const GET = apiHandler(async ({ container, request }) =>
  Response.json(await container.listCatalog(readQuery(request, catalogQuerySchema)), { headers }),
);

/** Reads the service's list anew, and answers when that has ended. */
export const POST = apiHandler(async ({ container }) => {
  await container.refreshCatalog();
  return Response.json(await container.listCatalog(catalogQuerySchema.parse({})), { headers });
});
