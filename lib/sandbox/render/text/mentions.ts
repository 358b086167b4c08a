export type TextRun = { text: string; mention: boolean };

/** Divides a line at the tags that name references (`character1`, and the labels in use), which are drawn in the accent colour. */
export function splitMentions(line: string, labels: readonly string[]): TextRun[] {
  const tags = labels.filter((label) => /^[a-z]+\d+$/i.test(label));
  const pattern = new RegExp(`\\b(?:${[...tags, "character\\d+"].join("|")})\\b`, "giu");
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > end) runs.push({ text: line.slice(end, match.index), mention: false });
    end = match.index + match[0].length;
    runs.push({ text: match[0], mention: true });
  }
  if (end < line.length) runs.push({ text: line.slice(end), mention: false });
  return runs;
}
