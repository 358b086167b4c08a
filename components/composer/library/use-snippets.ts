"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/lib/api/client";
import { libraryApi } from "@/lib/api/library-client";
import type { WireSnippet } from "@/lib/api/library-contract";

const KEY = ["library", "snippets"];

type SnippetText = { name?: string; text: string };

/** The snippets and what can be done with them. Every act tells how it went in `said`; it gives false where it failed. */
export function useSnippets() {
  const t = useTranslations("library");
  const client = useQueryClient();
  const query = useQuery({
    queryKey: KEY,
    queryFn: async () => (await libraryApi.listSnippets()).snippets,
    retry: false,
  });
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const [deleted, setDeleted] = useState<WireSnippet>();

  const act = async (work: () => Promise<string>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    try {
      setSaid(await work());
      return true;
    } catch (error) {
      setSaid(error instanceof ApiError ? reasonOf(error, t("notSaved")) : t("notSaved"));
      return false;
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: KEY });
    }
  };

  return {
    query,
    said,
    busy,
    /** The last one that was deleted, which can be brought back. */
    deleted,
    add: (snippet: SnippetText) =>
      act(async () => {
        const { snippet: made } = await libraryApi.addSnippet(snippet);
        return t("saved", { name: made.name });
      }),
    change: (id: string, change: SnippetText) =>
      act(async () => {
        const { snippet: changed } = await libraryApi.changeSnippet(id, change);
        return t("saved", { name: changed.name });
      }),
    remove: (snippet: WireSnippet) =>
      act(async () => {
        await libraryApi.deleteSnippet(snippet.id);
        setDeleted(snippet);
        return t("deleted", { name: snippet.name });
      }),
    bringBack: ({ name, text }: WireSnippet) =>
      act(async () => {
        await libraryApi.addSnippet({ name, text });
        setDeleted(undefined);
        return t("broughtBack", { name });
      }),
  };
}
export type Snippets = ReturnType<typeof useSnippets>;

/** What the studio answered, which names the limit; another sentence where it did not answer. */
function reasonOf({ problem }: ApiError, noAnswer: string): string {
  return problem?.errors?.map(({ message }) => message).join(" ") || problem?.detail || noAnswer;
}
