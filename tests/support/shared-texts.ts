import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Files of the catalogue, and pages as a browser copies them; they lie beside the project where it is developed. */
const SHARED = path.resolve("../shared");

export type SharedText = {
  file: string;
  text: string;
  modelId: string /** Of its input schema, sorted. */;
  keys: string[];
};

/** Each with what its JSON says of it; none where `../shared` is absent. */
export function sharedTexts(): SharedText[] {
  const files = [...filesIn("models", ".json"), ...filesIn("seeds", ".txt")];
  return files.map((file) => {
    const told = JSON.parse(readFileSync(file.replace(/txt$/, "json"), "utf8"));
    const keys = Object.keys(told.input_schema.properties).sort();
    return { file, text: readFileSync(file, "utf8"), modelId: told.model_id, keys };
  });
}

function filesIn(folder: string, ending: string): string[] {
  const place = path.join(SHARED, folder);
  const names = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith(ending)) : [];
  return names.sort().map((name) => path.join(place, name));
}
