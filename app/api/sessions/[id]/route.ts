import { apiHandler } from "@/lib/server/handler";

export const DELETE = apiHandler<{ id: string }>(async ({ container, params }) => {
  await container.access.endSession(params.id);
  return new Response(null, { status: 204 });
});
