"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { libraryApi } from "@/lib/api/library-client";

const SETTLES_AFTER_MS = 200;
const PROMPTS_PER_PAGE = 30;

/** The prompts that were sent and match a search, read page by page. */
export function useSentPrompts(query: string) {
  const q = useSettled(query.trim());
  const pages = useInfiniteQuery({
    queryKey: ["library", "prompts", q],
    queryFn: ({ pageParam }) => libraryApi.listPrompts({ q, cursor: pageParam, limit: PROMPTS_PER_PAGE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  // A prompt that is sent again while one reads moves to the front, and may come twice.
  const byText = new Map((pages.data?.pages ?? []).flatMap((page) => page.prompts).map((sent) => [sent.text, sent]));
  return { ...pages, prompts: [...byText.values()] };
}

/** A value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
