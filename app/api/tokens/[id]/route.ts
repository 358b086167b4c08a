import { apiHandler } from "@/lib/server/handler";

export const DELETE = apiHandler<{ id: string }>(async ({ container, params }) => {
  await container.access.removeToken(params.id);
  return new Response(null, { status: 204 });
});
