import { apiHandler } from "@/lib/server/handler";

/** Whether the service takes the key, and the account's balance; asked anew each time, which is free. */
export const GET = apiHandler(async ({ container }) =>
  Response.json(await container.readAccount(), { headers: { "cache-control": "no-store" } }),
);
