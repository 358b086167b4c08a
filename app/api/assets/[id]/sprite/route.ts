import { apiHandler } from "@/lib/server/handler";

const serve = apiHandler<{ id: string }>(({ container, params, request }) => container.serveSprite(params.id, request));

export { serve as GET, serve as HEAD };

export const POST = apiHandler<{ id: string }>(({ container, params, request }) =>
  container.receiveSprite(params.id, request),
);
