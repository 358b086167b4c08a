import { ledgerFileQuerySchema } from "@/lib/api/ledger-contract";
import { apiHandler } from "@/lib/server/handler";
import { readQuery } from "@/lib/server/parse";

export const GET = apiHandler(async ({ container, locale, request }) =>
  container.downloadLedger(readQuery(request, ledgerFileQuerySchema), request, locale),
);
