"use client";
import { useEffect, useState } from "react";
import { addressOf, type Comparison, readComparison } from "@/lib/compare/address";

/** Browsers refuse an address that changes too often, as it would with every movement of an edge. */
const SETTLED_MS = 250;

/** A comparison whose state is its address: a reload or a link brings all of it back. */
export function useComparison(jobIds: readonly string[], query: string) {
  const [comparison, setComparison] = useState(() => readComparison(new URLSearchParams(query), jobIds));
  const address = addressOf(jobIds, comparison);
  useEffect(() => {
    const timer = setTimeout(() => window.history.replaceState(window.history.state, "", address), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [address]);
  const change = (part: Partial<Comparison>) => setComparison((now) => ({ ...now, ...part }));
  return { comparison, change };
}
