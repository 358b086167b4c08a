import type { JsonObject } from "@/lib/json";
import type { CorrectedKind } from "@/lib/schema/corrected-kind";
import type { MediaLimits, TextLimit } from "@/lib/schema/field";
import type { Price } from "@/lib/spending/price";

/** Text in the interface's languages; what is missing falls back to English. */
export type LocalizedText = { en: string } & Partial<Record<"ko" | "ja" | "zh-TW", string>>;

/** What a page's prose says about one key beyond its schema, as data. */
export type FieldNotes = {
  title?: LocalizedText;
  description?: LocalizedText;
  limits?: MediaLimits;
  textLimit?: TextLimit;
  /** What the numbered series that begins with this key is called as a whole. */
  seriesTitle?: LocalizedText;
  /** The tag by which the prompt names this reference, e.g. `character1`. */
  tag?: string;
  /** The seed value that asks the service for a random one. */
  randomValue?: number;
  /** True where `default` is a sample and not a value the service assumes. */
  sample?: boolean;
  /** What one option means, by the option's value as text. */
  options?: Record<string, LocalizedText>;
  advanced?: boolean;
  /** What somebody says that the field is, where its schema alone was read otherwise. */
  kind?: CorrectedKind;
};

export type Model = {
  /** The service's id, 2 to 5 path segments. */
  id: string;
  /** Place in lists, smallest first; those without one follow, by id. */
  rank?: number;
  name: LocalizedText;
  summary: LocalizedText;
  output: "video" | "image" | "audio";
  /** The service's schema as printed: keys, order, types, enums, bounds, defaults; no prose. */
  inputSchema: JsonObject;
  notes: Record<string, FieldNotes>;
  /** The request body that the model's page shows. */
  example: JsonObject;
  /** Our own composition, loaded by "Load example"; its files are `asset:sample-<name>`. */
  showcase?: JsonObject;
  /** What the service asks for it, where that is known. */
  price?: Price;
  /** Sample files on the service's side (address or bare name) and the shipped sample that stands in for each in the sandbox. */
  samples?: Record<string, string>;
};
