/** The sentences of a prompt, in order, for captions; any script, no empty ones, inner white space as single spaces. */
export function captionSentences(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "sentence" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment.replace(/\s+/g, " ").trim()).filter(
    (sentence) => sentence !== "",
  );
}
