/** A text as a list shows it: on one line, and no longer than that. */
export function oneLine(text: string, max: number): string {
  // White space is seldom half of a text, and of one that is far too long only the beginning is looked at.
  const line = text
    .slice(0, 4 * max)
    .replace(/\s+/g, " ")
    .trim();
  const chars = [...line];
  return chars.length <= max && text.length <= 4 * max ? line : `${chars.slice(0, max - 1).join("")}…`;
}
