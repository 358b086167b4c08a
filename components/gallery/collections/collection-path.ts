/** Where a collection's takes are shown. */
export function collectionPath(id: string): string {
  return `/gallery?${new URLSearchParams({ collection: id })}`;
}
