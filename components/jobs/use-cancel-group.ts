"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/lib/api/client";
import { followed } from "./followed";
import { groupQuery } from "./groups";

/** Cancels what has not begun of a group, and says how much that was. */
export function useCancelGroup(groupId: string) {
  const t = useTranslations("groups");
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | undefined>();
  const cancel = async () => {
    if (busy) return;
    setBusy(true);
    try {
      const { group, cancelled, notCancellable } = await api.cancelGroup(groupId);
      client.setQueryData(groupQuery(groupId).queryKey, group);
      followed.getState().lookNow();
      const goOn = notCancellable > 0 ? ` ${t("goOn", { count: notCancellable })}` : "";
      setSaid(t("cancelled", { count: cancelled }) + goOn);
    } catch {
      setSaid(t("cancelFailed"));
    } finally {
      setBusy(false);
    }
  };
  return { cancel, busy, said };
}
