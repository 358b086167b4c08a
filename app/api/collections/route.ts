import { newCollectionSchema } from "@/lib/api/gallery-contract";
import { apiHandler } from "@/lib/server/handler";
import { readJson } from "@/lib/server/json-body";

const headers = { "cache-control": "no-store" };

export const GET = apiHandler(async ({ container }) => {
  return Response.json({ collections: await container.listCollections() }, { headers });
});

export const POST = apiHandler(async ({ container, request }) => {
  const collection = await container.addCollection(await readJson(request, newCollectionSchema));
  return Response.json({ collection }, { status: 201, headers });
});
