"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readLedger } from "@/lib/api/ledger-client";
import type { LedgerView } from "./view";

/** The sums that a view asks for; those of the one before stay until they are there. */
export function useLedger({ by, from, to }: LedgerView) {
  return useQuery({
    queryKey: ["ledger", by, from, to],
    queryFn: () => readLedger({ by, from, to }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
