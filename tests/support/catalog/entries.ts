import type { JsonValue } from "@/lib/json";

export const MODELS = 500;
const TASKS = ["image-to-video", "text-to-video", "text-to-image", "video-edit", "text-to-audio"];

/** As the service's list has it: its schema as large as they are seen, its description too. */
export function entryAt(at: number): { [key: string]: JsonValue } {
  const task = TASKS[at % TASKS.length] ?? "";
  const text = {
    type: "string",
    description: "What is seen, from the first frame to the last. ".repeat(8),
    maxLength: 5000,
  };
  const number = { type: "integer", default: 5, minimum: 3, maximum: 15, description: "In seconds. ".repeat(8) };
  const file = { type: "string", format: "image_uri", description: "A public address, at most 10 MB. ".repeat(8) };
  const more = Array.from({ length: 6 }, (_, index) => [`option_${index}`, { ...number, default: 3 + index }] as const);
  return {
    model_id: `maker-${at % 23}/reel-${at}/${task}`,
    display_name: `Reel ${at} ${task}`,
    categories: [task],
    kind: task.slice(task.lastIndexOf("-") + 1),
    base_price_usd: 0.01 * (1 + (at % 90)),
    price_unit: at % 2 === 0 ? "second" : "output",
    description: `Makes ${task} number ${at}. ${"It keeps faces and products as they are. ".repeat(6)}`,
    model_url: `https://www.runcomfy.com/models/reel-${at}`,
    input_schema: {
      type: "object",
      required: ["prompt"],
      properties: { duration: number, image_url: file, prompt: text, ...Object.fromEntries(more) },
    },
  };
}

/** What is wrong in a list, each with the name under which it is told, or none where it is passed over. */
const MALFORMED: [entry: JsonValue, reason?: string][] = [
  [5, "noSchema"],
  [null, "noSchema"],
  ["acme/word/of-a-model", "noSchema"],
  [[], "noSchema"],
  [{}, "noModelId"],
  [{ ...entryAt(1), model_id: 4 }, "noModelId"],
  [{ ...entryAt(1), model_id: "../../v1/requests" }, "noModelId"],
  [{ model_id: "acme/bare/none" }, "noSchema"],
  [{ model_id: "acme/fields/list", input_schema: { fields: [{ name: "prompt" }] } }, "noSchema"],
  [{ model_id: "acme/text/schema", input_schema: '{"type":"object"}' }, "noSchema"],
  [{ ...entryAt(2), model_id: "acme/long/words", description: "word ".repeat(400_000) }, "tooLong"],
  [{ ...entryAt(3), display_name: "Another" }, "duplicate"],
  [entryAt(4)],
];
export const REASONS = MALFORMED.flatMap(([, reason]) => reason ?? []);

/** Five hundred models, and what is wrong among them; the copies of two come after them. */
export function catalogEntries(): JsonValue[] {
  const entries: JsonValue[] = Array.from({ length: MODELS }, (_, at) => entryAt(at));
  for (const [index, [entry]] of MALFORMED.entries()) entries.splice(30 * (index + 1), 0, entry);
  return entries;
}
