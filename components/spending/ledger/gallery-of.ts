import type { WireLedger, WireLedgerRow } from "@/lib/api/ledger-contract";

/** Where the gallery shows a row's takes; undefined for those in no collection, for which it has no filter. */
export function galleryOf({ key }: Pick<WireLedgerRow, "key">, { by, from, to }: WireLedger): string | undefined {
  if (key === null) return undefined;
  const days = by === "day" ? { from: key, to: key } : { [by]: key, from, to };
  return `/gallery?${new URLSearchParams({ upstream: "runcomfy", ...days })}`;
}
