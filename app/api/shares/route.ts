import { newComparisonShareSchema, shareQuerySchema } from "@/lib/api/share-contract";
import { apiHandler } from "@/lib/server/handler";
import { readJson } from "@/lib/server/json-body";
import { readQuery } from "@/lib/server/parse";

const headers = { "cache-control": "no-store" };
const FEWEST_OF_A_COMPARISON = 2;

export const GET = apiHandler(async ({ container, request }) => {
  return Response.json(await container.listShares(readQuery(request, shareQuerySchema)), { headers });
});

export const POST = apiHandler(async ({ container, request }) => {
  const wanted = await readJson(request, newComparisonShareSchema);
  const made = await container.createShare({ ...wanted, fewest: FEWEST_OF_A_COMPARISON }, request.headers);
  return Response.json(made, { status: 201, headers });
});
