import { previewImportSchema } from "@/lib/api/import-contract";
import { apiHandler } from "@/lib/server/handler";
import { MAX_IMPORT_BYTES, readJson } from "@/lib/server/json-body";

/** What a text would add; nothing is stored. */
export const POST = apiHandler(async ({ container, request, locale }) => {
  const preview = await container.previewImport(await readJson(request, previewImportSchema, MAX_IMPORT_BYTES), locale);
  return Response.json(preview, { headers: { "cache-control": "no-store" } });
});
