/** How text is compared in a search: full-width and other compatibility forms alike, letter case ignored. */
export function searchable(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** The words of a search, at most eight; every one must occur. */
export function searchWords(query: string): string[] {
  return searchable(query).split(/\s+/).filter(Boolean).slice(0, 8);
}

export function hasAllWords(text: string, words: readonly string[]): boolean {
  const found = searchable(text);
  return words.every((word) => found.includes(word));
}
