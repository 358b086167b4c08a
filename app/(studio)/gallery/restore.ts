import type { QueryClient } from "@tanstack/react-query";
import type { GalleryTake } from "@/components/gallery/take";
import { type GalleryData, removeFromGallery, takesIn } from "./gallery-query";

const EVERY_LIST = { queryKey: ["gallery"] };

/** Takes out of every list that is loaded; what it gives puts them back at their places. */
export function removeRestorably(client: QueryClient, ids: readonly string[]): () => void {
  const before = client.getQueriesData<GalleryData>(EVERY_LIST);
  removeFromGallery(client, ids);
  const gone = new Set(ids);
  return () => {
    for (const [key, data] of before) {
      if (data) client.setQueryData<GalleryData>(key, (now) => now && withRestored(now, data, gone));
    }
  };
}

/** The pages with those takes that are gone since `before`, each after the one that it followed. */
export function withRestored(data: GalleryData, before: GalleryData, gone: ReadonlySet<string>): GalleryData {
  const present = new Set(takesIn(data).map(({ id }) => id));
  const followers = new Map<string | undefined, GalleryTake[]>();
  let last: string | undefined;
  for (const take of takesIn(before)) {
    if (present.has(take.id)) last = take.id;
    else if (gone.has(take.id)) followers.set(last, [...(followers.get(last) ?? []), take]);
  }
  const pages = data.pages.map((page, at) => ({
    ...page,
    takes: [
      ...(at === 0 ? (followers.get(undefined) ?? []) : []),
      ...page.takes.flatMap((take) => [take, ...(followers.get(take.id) ?? [])]),
    ],
  }));
  return { ...data, pages };
}
