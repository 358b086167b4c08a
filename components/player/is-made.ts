/** The studio answers 204 while there is none. */
export function isMade(url: string): Promise<boolean> {
  return fetch(url, { method: "HEAD" }).then(
    ({ status }) => status === 200,
    () => false,
  );
}
