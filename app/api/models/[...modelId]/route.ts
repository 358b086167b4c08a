import { AppError } from "@/lib/errors";
import { apiHandler } from "@/lib/server/handler";

export const GET = apiHandler<{ modelId: string[] }>(async ({ container, locale, params }) => {
  const model = container.readModel(params.modelId.join("/"), locale);
  if (!model) throw new AppError("notFound");
  return Response.json({ model }, { headers: { "cache-control": "private, no-cache" } });
});
