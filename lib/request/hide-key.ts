/** A pasted command without the key in its header, for every place that shows the text again. Variables stay. */
export function hideKey(text: string): string {
  return text.replace(
    /(authorization\\?["'^]*\s*[:=]\s*[\\"'`^]*(?:f["'])?(?:bearer\s+)?)([\w.~+/=-]{6,})/gi,
    (whole, head: string, key: string) => (/^(bearer|basic)$/i.test(key) ? whole : `${head}<token>`),
  );
}
