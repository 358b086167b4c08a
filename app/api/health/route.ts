import { apiHandler } from "@/lib/server/handler";

export const GET = apiHandler(
  async ({ container }) => {
    const health = await container.health();
    const status = health.status === "ok" ? 200 : 503;
    return Response.json(health, { status, headers: { "cache-control": "no-store" } });
  },
  { need: "nothing" },
);
