import { downloadQuerySchema } from "@/lib/api/gallery-contract";
import { apiHandler } from "@/lib/server/handler";
import { readQuery } from "@/lib/server/parse";

export const GET = apiHandler(({ container, locale, request }) =>
  container.downloadJobs(readQuery(request, downloadQuerySchema), request, locale),
);
