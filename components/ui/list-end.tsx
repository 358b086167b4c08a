import { Button } from "./button";

/** A list that is read page by page. */
type Pages = {
  data: unknown;
  isError: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
};

/** What follows the last row: the way to more of them, or that they did not come. */
export function ListEnd({
  pages,
  words,
}: {
  pages: Pages;
  words: { failed: string; retry: string; loading: string; more: string };
}) {
  if (pages.isError) {
    return (
      <div role="alert" className="flex flex-col items-center gap-3 py-4">
        <p className="text-failed text-sm">{words.failed}</p>
        <Button onClick={() => void (pages.data ? pages.fetchNextPage() : pages.refetch())}>{words.retry}</Button>
      </div>
    );
  }
  if (!pages.hasNextPage) return null;
  return (
    <Button className="self-center" onClick={() => void pages.fetchNextPage()}>
      {pages.isFetchingNextPage ? words.loading : words.more}
    </Button>
  );
}
