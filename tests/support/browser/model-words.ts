import { readdirSync, readFileSync } from "node:fs";
import type { Locale } from "@/lib/i18n/locales";

const DATA = "lib/models/data";

type Texts = Record<Locale, string>;
type ModelData = { id: string; name: Texts; notes: Record<string, { title: Texts }> };

/** What a model that comes with the studio, and each of its fields, is called in a language. */
export function modelWords(id: string, language: Locale): { name: string; title: (field: string) => string } {
  const files = readdirSync(DATA).filter((name) => name.endsWith(".json"));
  const models = files.map((name): ModelData => JSON.parse(readFileSync(`${DATA}/${name}`, "utf8")));
  const model = models.find((one) => one.id === id);
  if (!model) throw new Error(`No model ${id} comes with the studio.`);
  return { name: model.name[language], title: (field) => model.notes[field]?.title[language] ?? field };
}
