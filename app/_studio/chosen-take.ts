"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { SET_OUT_EVENT } from "@/components/ui/set-out";

const PARAMETERS = { take: "take", group: "group" } as const;

type Choose = (id: string | undefined) => void;

export type Chosen = {
  takeId: string | undefined;
  groupId: string | undefined;
  chooseTake: Choose;
  chooseGroup: Choose;
  /** The same for what comes of a take that is sent: it holds up nobody who is on the way to another page. */
  bringTake: Choose;
  bringGroup: Choose;
};

/** The take or the group on the stage, kept in the address: a reload or a copied address shows the same one. */
export function useChosen(): Chosen {
  const search = useSearchParams();
  const path = usePathname();
  const leaving = useLeaving(path);
  const choices = useMemo(() => {
    const press = (what: keyof typeof PARAMETERS, id: string | undefined) => {
      leaving.current = false;
      choose(path, what, id);
    };
    const bring: typeof press = (what, id) => {
      if (!leaving.current) choose(path, what, id);
    };
    return {
      chooseTake: (id: string | undefined) => press("take", id),
      chooseGroup: (id: string | undefined) => press("group", id),
      bringTake: (id: string | undefined) => bring("take", id),
      bringGroup: (id: string | undefined) => bring("group", id),
    };
  }, [path, leaving]);
  return {
    takeId: search.get(PARAMETERS.take) ?? undefined,
    groupId: search.get(PARAMETERS.group) ?? undefined,
    ...choices,
  };
}

/** Whether the person is on the way to another page, which is shown once it has come. */
function useLeaving(path: string): RefObject<boolean> {
  const leaving = useRef(false);
  useEffect(() => {
    leaving.current = false;
    const onSetOut = (event: Event) => {
      const { detail } = event as CustomEvent<string>;
      leaving.current = new URL(detail, window.location.href).pathname !== path;
    };
    window.addEventListener(SET_OUT_EVENT, onSetOut);
    return () => window.removeEventListener(SET_OUT_EVENT, onSetOut);
  }, [path]);
  return leaving;
}

/** Replacing the address makes Next forget a navigation that is under way. */
function choose(path: string, what: keyof typeof PARAMETERS, id: string | undefined) {
  const url = new URL(window.location.href);
  // The page was left while a take was on its way: the address is another page's.
  if (url.pathname !== path) return;
  for (const parameter of Object.values(PARAMETERS)) url.searchParams.delete(parameter);
  if (id !== undefined) url.searchParams.set(PARAMETERS[what], id);
  window.history.replaceState(null, "", url);
}
