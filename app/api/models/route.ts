import { apiHandler } from "@/lib/server/handler";

export const GET = apiHandler(async ({ container, locale }) =>
  Response.json({ models: container.listModels(locale) }, { headers: { "cache-control": "private, no-cache" } }),
);
