import type { Locale } from "@/lib/i18n/locales";
import type { JsonObject } from "@/lib/json";
import take from "./data/example/take.json";

export type ExampleTake = {
  modelId: string;
  /** Can be sent as it is. */
  input: JsonObject;
  prompt: string;
  /** Of the shipped film, which is smaller than what the input asks for. */
  film: { width: number; height: number; fps: number; frameCount: number };
};

/** The finished take that a first visit sees. `npm run samples` renders it once a language; the page shows it in its own. */
export function exampleTake(locale: Locale): ExampleTake {
  const { modelId, settings, prompts, film } = take;
  const prompt = prompts[locale];
  return { modelId, input: { ...settings, prompt }, prompt, film };
}

/** Where its files are, below `public`. */
export function exampleFiles(locale: Locale): { film: string; poster: string } {
  return { film: `example/${locale}.mp4`, poster: `example/${locale}.webp` };
}
