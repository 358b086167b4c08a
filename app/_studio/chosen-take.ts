"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";

const PARAMETERS = { take: "take", group: "group" } as const;

export type Chosen = {
  takeId: string | undefined;
  groupId: string | undefined;
  chooseTake: (id: string | undefined) => void;
  chooseGroup: (id: string | undefined) => void;
};

/** The take or the group on the stage, kept in the address: a reload or a copied address shows the same one. */
export function useChosen(): Chosen {
  const search = useSearchParams();
  const path = usePathname();
  const choices = useMemo(
    () => ({
      chooseTake: (id: string | undefined) => choose(path, "take", id),
      chooseGroup: (id: string | undefined) => choose(path, "group", id),
    }),
    [path],
  );
  return {
    takeId: search.get(PARAMETERS.take) ?? undefined,
    groupId: search.get(PARAMETERS.group) ?? undefined,
    ...choices,
  };
}

function choose(path: string, what: keyof typeof PARAMETERS, id: string | undefined) {
  const url = new URL(window.location.href);
  // The page was left while a take was on its way: the address is another page's.
  if (url.pathname !== path) return;
  for (const parameter of Object.values(PARAMETERS)) url.searchParams.delete(parameter);
  if (id !== undefined) url.searchParams.set(PARAMETERS[what], id);
  window.history.replaceState(null, "", url);
}
