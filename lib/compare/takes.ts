export const MAX_TAKES = 6;

/** The address that compares these takes; the first six where there are more. */
export function comparePath(jobIds: readonly string[]): string {
  return `/compare?jobs=${jobIds.slice(0, MAX_TAKES).map(encodeURIComponent).join(",")}`;
}

/** The ids that an address names, each once. */
export function readJobIds(text: string | undefined): string[] {
  return [...new Set((text ?? "").split(",").filter((id) => id !== ""))];
}
