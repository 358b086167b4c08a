"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { settingsApi } from "@/lib/api/settings-client";

const RENEWED_AFTER_MS = 60_000;

/** What is spent and left, read anew where `changed` is another, and every minute: costs become known while nothing is sent. */
export function useSpending(changed?: string) {
  return useQuery({
    queryKey: ["spending", changed],
    queryFn: settingsApi.readSpending,
    placeholderData: keepPreviousData,
    refetchInterval: RENEWED_AFTER_MS,
  });
}
