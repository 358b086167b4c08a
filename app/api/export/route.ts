import { apiHandler } from "@/lib/server/handler";

/** Everything that is kept here as one zip. */
export const GET = apiHandler(async ({ container, locale, request }) => container.exportAll(request, locale));
