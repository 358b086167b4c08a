import type { CollectionStore } from "@/lib/gallery/ports";
import type { PromptHistory, SentPrompt, SnippetStore } from "@/lib/library/ports";
import type { ShareStore } from "@/lib/shares/ports";
import type { Share } from "@/lib/shares/share";
import { allPages } from "./pages";
import type { ExportRows } from "./ports";

export type ListDeps = {
  rows: Pick<ExportRows, "placesIn">;
  collections: Pick<CollectionStore, "list">;
  prompts: Pick<PromptHistory, "page">;
  snippets: Pick<SnippetStore, "list">;
  shares: Pick<ShareStore, "page">;
};

export async function* collectionsOf({ collections, rows }: ListDeps): AsyncGenerator<object> {
  for (const { collection } of await collections.list()) {
    const { id, name, coverJobId, createdAtMs, updatedAtMs } = collection;
    const takes = await rows.placesIn(id);
    yield { name, cover: coverJobId, madeAt: iso(createdAtMs), changedAt: iso(updatedAtMs), takes };
  }
}

export async function* promptsOf({ prompts }: ListDeps): AsyncGenerator<object> {
  const sent = allPages<SentPrompt>((after, limit) => prompts.page({ words: [], limit, ...(after && { after }) }));
  for await (const { text, modelId, jobId, count, createdAtMs } of sent) {
    yield { text, modelId, jobId, count, usedAt: iso(createdAtMs) };
  }
}

export async function* snippetsOf({ snippets }: ListDeps): AsyncGenerator<object> {
  for (const { name, text, createdAtMs, updatedAtMs } of await snippets.list()) {
    yield { name, text, madeAt: iso(createdAtMs), changedAt: iso(updatedAtMs) };
  }
}

/** What is known of links, and nothing that opens one or tells it from others: neither hashes nor the beginnings of them. */
export async function* linksOf({ shares }: ListDeps): AsyncGenerator<object> {
  const links = allPages<Share>((after, limit) => shares.page({ limit, ...(after && { after }) }));
  for await (const link of links) {
    yield {
      title: link.title,
      takes: link.jobIds,
      shown: link.shown,
      hasPassword: link.password !== undefined,
      madeAt: iso(link.createdAtMs),
      ...(link.expiresAtMs !== undefined && { expiresAt: iso(link.expiresAtMs) }),
      views: link.views,
      ...(link.lastUsedAtMs !== undefined && { lastUsedAt: iso(link.lastUsedAtMs) }),
    };
  }
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
