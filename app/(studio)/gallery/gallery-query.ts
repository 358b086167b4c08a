import { type InfiniteData, infiniteQueryOptions, type QueryClient } from "@tanstack/react-query";
import type { GalleryTake } from "@/components/gallery/take";
import { api } from "@/lib/api/client";
import { listParametersOf, readFilters } from "./filters";
import { type GalleryPage, pageOf } from "./gallery-take";
import { GALLERY_PAGE, NEXT_PAGE } from "./page-size";

export type GalleryData = InfiniteData<GalleryPage, unknown>;

const ROOT = ["gallery"];
const KEPT_MS = 30 * 60_000;

/**
 * The takes that an address asks for, page by page. The pages are never read anew as a whole, hundreds of them may be loaded:
 * `withHead` brings in what is new.
 */
export function galleryQuery(search: string) {
  return infiniteQueryOptions({
    queryKey: [...ROOT, search],
    queryFn: ({ pageParam }) => readPage(search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: GalleryPage) => page.nextCursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    // Pages are replaced one by one; comparing all of them at every change would cost more than it spares.
    structuralSharing: false,
  });
}

export async function readPage(search: string, cursor?: string): Promise<GalleryPage> {
  const parameters = listParametersOf(readFilters(new URLSearchParams(search)));
  return pageOf(await api.listJobs({ ...parameters, limit: cursor ? NEXT_PAGE : GALLERY_PAGE, cursor }));
}

/** Every take once, in order: a list that changes while it is read may name one twice. */
export function takesIn(data: GalleryData | undefined): GalleryTake[] {
  const byId = new Map<string, GalleryTake>();
  for (const { takes } of data?.pages ?? []) for (const take of takes) if (!byId.has(take.id)) byId.set(take.id, take);
  return [...byId.values()];
}

/**
 * The pages with the first one as it is now: new takes come in, those that are gone from its part of the list go. Where nothing
 * of it is known, the list begins anew.
 */
export function withHead(data: GalleryData, head: GalleryPage): GalleryData {
  const inHead = new Set(head.takes.map(({ id }) => id));
  const known = takesIn(data).map(({ id }) => id);
  const places = new Map(known.map((id, place) => [id, place]));
  // The head reaches down to its last take that is known; what stood above that and is not in it is gone.
  const end = 1 + (places.get(head.takes.findLast(({ id }) => places.has(id))?.id ?? "") ?? -1);
  const left = new Set(known.slice(end).filter((id) => !inHead.has(id)));
  if (left.size === 0 || end === 0 || head.nextCursor === null) return { pages: [head], pageParams: [undefined] };
  const pages = data.pages.map((page, at) => {
    const rest = page.takes.filter(({ id }) => left.has(id));
    return { ...page, takes: at === 0 ? [...head.takes, ...rest] : rest };
  });
  return { ...data, pages };
}

/** Changes takes in every list that is loaded; a take that `change` gives back as it is stays the same object. */
export function patchGallery(client: QueryClient, change: (take: GalleryTake) => GalleryTake): void {
  changePages(client, (takes) => {
    const changed = takes.map(change);
    return changed.some((take, at) => take !== takes[at]) ? changed : takes;
  });
}

export function removeFromGallery(client: QueryClient, ids: Iterable<string>): void {
  const gone = new Set(ids);
  changePages(client, (takes) =>
    takes.some(({ id }) => gone.has(id)) ? takes.filter(({ id }) => !gone.has(id)) : takes,
  );
}

/** Begins every list anew: takes came in at places that are not known here. */
export function resetGallery(client: QueryClient): void {
  client.removeQueries({ queryKey: ROOT, type: "inactive" });
  void client.resetQueries({ queryKey: ROOT });
}

function changePages(client: QueryClient, change: (takes: GalleryTake[]) => GalleryTake[]): void {
  client.setQueriesData<GalleryData>({ queryKey: ROOT }, (data) => {
    if (!data) return data;
    const pages = data.pages.map((page) => {
      const takes = change(page.takes);
      return takes === page.takes ? page : { ...page, takes };
    });
    return pages.some((page, at) => page !== data.pages[at]) ? { ...data, pages } : data;
  });
}
