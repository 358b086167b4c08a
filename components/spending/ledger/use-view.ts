"use client";
import { useSearchParams } from "next/navigation";
import { useHydrated } from "@/components/ui/hydrated";
import { type LedgerView, readView, viewSearch } from "./view";

/** What the address shows. A change writes a new address; the sums follow it without a new page from the server. */
export function useView(openedOn: string) {
  const parameters = useSearchParams();
  // The server's day until the browser has taken over; then a page that stays open over midnight goes on.
  const today = useHydrated() ? new Date().toISOString().slice(0, 10) : openedOn;
  const change = (view: LedgerView) => {
    const search = viewSearch(view);
    if (search !== parameters.toString()) history.pushState(null, "", search ? `/ledger?${search}` : "/ledger");
  };
  return { view: readView(parameters, today), today, change };
}
