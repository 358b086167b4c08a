import { request } from "./client";
import type { WireLedger } from "./ledger-contract";

/** What takes cost between two days; the same rules as for `api`. */
export const readLedger = (query: { by: string; from: string; to: string }) =>
  request<WireLedger>(`/api/ledger?${new URLSearchParams(query)}`);
