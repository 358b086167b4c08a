"use client";
import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

const PARAMETER = "take";

/** The take on the stage, kept in the address: a reload or a copied address shows the same one. */
export function useChosenTake(): [string | undefined, (id: string | undefined) => void] {
  const chosen = useSearchParams().get(PARAMETER) ?? undefined;
  const choose = useCallback((id: string | undefined) => {
    const url = new URL(window.location.href);
    if (id === undefined) url.searchParams.delete(PARAMETER);
    else url.searchParams.set(PARAMETER, id);
    window.history.replaceState(null, "", url);
  }, []);
  return [chosen, choose];
}
