import { downloadQuerySchema } from "@/lib/api/gallery-contract";
import { readForm } from "@/lib/server/form-body";
import { apiHandler } from "@/lib/server/handler";
import { readQuery } from "@/lib/server/parse";

export const GET = apiHandler(({ container, locale, request }) =>
  container.downloadJobs(readQuery(request, downloadQuerySchema), request, locale),
);

/** The same by a form: five hundred ids are too long for an address. */
export const POST = apiHandler(
  async ({ container, locale, request }) =>
    container.downloadJobs(await readForm(request, downloadQuerySchema), request, locale),
  { need: "read" },
);
