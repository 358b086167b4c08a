/** The last value repeated up to a power of two, so that lists of all lengths share a few prepared statements. */
export function padded(values: readonly string[]): string[] {
  const length = 2 ** Math.ceil(Math.log2(values.length));
  return [...values, ...Array<string>(length - values.length).fill(values.at(-1) ?? "")];
}
