import { apiHandler } from "@/lib/server/handler";

/**
 * Who makes the takes, whether the service takes the key, and the account's balance: for those who may set things, since it asks with
 * the key. `anew=1` asks although it was asked a moment ago.
 */
export const GET = apiHandler(
  async ({ container, request }) => {
    const isPressed = new URL(request.url).searchParams.get("anew") === "1";
    return Response.json(await container.readAccount(isPressed), { headers: { "cache-control": "no-store" } });
  },
  { need: "manage" },
);
