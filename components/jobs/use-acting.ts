"use client";
import { type ReactNode, useState } from "react";
import { detailOf } from "@/lib/api/client";

/** One act at a time, and what is to be said of the last one; `failure` where the studio did not say why it was refused. */
export function useActing() {
  const [busy, setBusy] = useState<string | undefined>();
  const [said, setSaid] = useState<ReactNode>();
  const act = async (name: string, failure: string, action: () => Promise<ReactNode>) => {
    if (busy) return;
    setBusy(name);
    setSaid(await action().catch((error) => detailOf(error) ?? failure));
    setBusy(undefined);
  };
  return { busy, said, act };
}
