/** Brackets and quotation marks that open what follows: Unicode's rules leave them with the sentence before where no space parts the two. */
const OPENING = /([\p{Ps}\p{Pi}]+)$/u;

/** The sentences of a prompt, in order, for captions; any script, no empty ones, inner white space as single spaces. */
export function captionSentences(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "sentence" });
  const sentences: string[] = [];
  let opening = "";
  for (const { segment } of segmenter.segment(text)) {
    const whole = opening + segment;
    opening = OPENING.exec(whole)?.[1] ?? "";
    sentences.push(whole.slice(0, whole.length - opening.length));
  }
  return [...sentences, opening].map((sentence) => sentence.replace(/\s+/g, " ").trim()).filter(Boolean);
}
