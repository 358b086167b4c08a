import { apiHandler } from "@/lib/server/handler";

export const GET = apiHandler(
  async ({ container, visitor }) => {
    const { upstream, version, ...health } = await container.health();
    const status = health.status === "ok" ? 200 : 503;
    // What runs here, and whether with a key, is nothing for strangers.
    const told = visitor ? { ...health, upstream, version } : health;
    return Response.json(told, { status, headers: { "cache-control": "no-store" } });
  },
  { need: "nothing" },
);
