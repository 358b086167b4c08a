import { apiHandler } from "@/lib/server/handler";

export const POST = apiHandler(async ({ container, request }) => {
  const asset = await container.receiveUpload(request);
  return Response.json({ asset }, { status: 201, headers: { "cache-control": "no-store" } });
});
