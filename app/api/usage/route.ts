import { apiHandler } from "@/lib/server/handler";

export const GET = apiHandler(async ({ container, client }) =>
  Response.json(await container.readUsage(client), { headers: { "cache-control": "no-store" } }),
);
