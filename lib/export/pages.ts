/** All rows of a list that is read a page at a time; only one page is in memory. */
export async function* allPages<Row>(
  read: (last: Row | undefined, limit: number) => Promise<Row[]>,
  limit = 50,
): AsyncGenerator<Row> {
  let last: Row | undefined;
  do {
    const page = await read(last, limit);
    yield* page;
    last = page.length < limit ? undefined : page.at(-1);
  } while (last !== undefined);
}
