import { ledgerQuerySchema } from "@/lib/api/ledger-contract";
import { apiHandler } from "@/lib/server/handler";
import { readQuery } from "@/lib/server/parse";

export const GET = apiHandler(async ({ container, locale, request }) => {
  const ledger = await container.readLedger(readQuery(request, ledgerQuerySchema), locale);
  return Response.json(ledger, { headers: { "cache-control": "no-store" } });
});
