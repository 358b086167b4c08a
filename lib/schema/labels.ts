import { keyWords } from "./words";

const SPELLINGS: Record<string, string> = {
  url: "URL",
  fps: "FPS",
  cfg: "CFG",
  id: "ID",
  lora: "LoRA",
  loras: "LoRAs",
  ai: "AI",
  num: "Number of",
  img: "Image",
};
const ADDRESS_WORDS = new Set(["url", "urls", "uri", "uris"]);

/**
 * What a field is called: the schema's title, else its key in words (`155_positive_prompt` is "Positive prompt", `image_url_2`
 * "Image 2"). A title that is a key of an untranslated catalogue (`modelApi.inputTitle`) counts as none.
 */
export function labelOf(key: string, title?: string): string {
  if (title !== undefined && !/^[a-z]\w*([._]\w+)+$/.test(title)) return title;
  const words = keyWords(key);
  const telling = words.filter((word) => !ADDRESS_WORDS.has(word));
  const shown = [...new Set(telling.length > 0 ? telling : words)].map(spell);
  const label = [plural(shown.join(" "), words.at(-1)), /[_-]?(?<!\d)(\d+)$/.exec(key)?.[1]].filter(Boolean).join(" ");
  return label === "" ? key : label.charAt(0).toUpperCase() + label.slice(1);
}

/** `image_urls` are images; sound has no plural. */
function plural(label: string, lastWord: string | undefined): string {
  const isMany = lastWord === "urls" || lastWord === "uris";
  return isMany && /(image|video)$/i.test(label) ? `${label}s` : label;
}

function spell(word: string): string {
  return Object.hasOwn(SPELLINGS, word) ? (SPELLINGS[word] ?? word) : word;
}
