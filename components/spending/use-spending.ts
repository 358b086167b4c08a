"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "@/lib/api/client";

const RENEWED_AFTER_MS = 60_000;

/** What is spent and left, read anew with the `newest` take, and every minute: costs become known while nothing is sent. */
export function useSpending(newest?: string) {
  return useQuery({
    queryKey: ["spending", newest],
    queryFn: api.readSpending,
    placeholderData: keepPreviousData,
    refetchInterval: RENEWED_AFTER_MS,
  });
}
