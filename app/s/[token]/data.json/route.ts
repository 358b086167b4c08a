import { shareHandler } from "@/lib/server/share-handler";

export const GET = shareHandler(async ({ container, found, params, locale }) => {
  return Response.json(await container.viewShare(found, params.token, locale));
});
