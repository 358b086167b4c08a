import type { ChoiceValue } from "./field";

/** What an option is called where nobody has named it: `dolly_in` is "dolly in", `portrait_16_9` "portrait 16:9". */
export function optionLabel(value: ChoiceValue): string {
  const text = String(value);
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(text)) return text;
  return text.replace(/_(\d+)_(\d+)$/, " $1:$2").replaceAll("_", " ");
}
