import { apiHandler } from "@/lib/server/handler";

/** The service fetches references here: it cannot sign in, and brings a ticket for the one file. */
const serve = apiHandler<{ id: string }>(
  ({ container, params, request, visitor }) => {
    container.access.admitToFile(params.id, request, visitor);
    return container.serveAsset(params.id, request);
  },
  { need: "nothing" },
);

export { serve as GET, serve as HEAD };
