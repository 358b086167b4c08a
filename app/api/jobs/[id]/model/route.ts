import { AppError } from "@/lib/errors";
import { apiHandler } from "@/lib/server/handler";

/** The model that a take was made with, as it was then, and how it has changed since. */
export const GET = apiHandler<{ id: string }>(async ({ container, locale, params }) => {
  const madeWith = await container.readJobModel(params.id, locale);
  if (!madeWith) throw new AppError("notFound");
  return Response.json(madeWith, { headers: { "cache-control": "no-store" } });
});
