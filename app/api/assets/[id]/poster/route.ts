import { apiHandler } from "@/lib/server/handler";

const serve = apiHandler<{ id: string }>(({ container, params, request }) => container.servePoster(params.id, request));

export { serve as GET, serve as HEAD };

export const POST = apiHandler<{ id: string }>(({ container, params, request }) =>
  container.receivePoster(params.id, request),
);
