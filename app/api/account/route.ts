import { apiHandler } from "@/lib/server/handler";

/** Whether the service takes the key, and the account's balance: for those who may set things, since it asks with the key. */
export const GET = apiHandler(
  async ({ container }) => Response.json(await container.readAccount(), { headers: { "cache-control": "no-store" } }),
  { need: "manage" },
);
