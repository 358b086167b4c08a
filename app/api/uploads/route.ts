import { uploadQuerySchema } from "@/lib/api/library-contract";
import { newUploadSchema } from "@/lib/api/lineage-contract";
import { apiHandler, submitHandler } from "@/lib/server/handler";
import { readQuery } from "@/lib/server/parse";

export const GET = apiHandler(async ({ container, request }) => {
  const list = await container.listUploads(readQuery(request, uploadQuerySchema));
  return Response.json(list, { headers: { "cache-control": "no-store" } });
});

export const POST = submitHandler(async ({ container, request, client }) => {
  const { fromJob: jobId, atMs } = readQuery(request, newUploadSchema);
  const takenFrom = jobId === undefined ? undefined : { jobId, ...(atMs !== undefined && { atMs }) };
  const asset = await container.receiveUpload(request, client, takenFrom);
  return Response.json({ asset }, { status: 201, headers: { "cache-control": "no-store" } });
});
