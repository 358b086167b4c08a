import { apiHandler } from "@/lib/server/handler";

export const GET = apiHandler(
  async ({ container, visitor }) => {
    const sessions = visitor ? await container.access.listSessions(visitor) : [];
    return Response.json({ sessions }, { headers: { "cache-control": "no-store" } });
  },
  { need: "manage" },
);
