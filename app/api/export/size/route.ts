import { apiHandler } from "@/lib/server/handler";

export const GET = apiHandler(async ({ container }) =>
  Response.json(await container.readExportSize(), { headers: { "cache-control": "no-store" } }),
);
