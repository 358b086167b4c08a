import type { JsonObject } from "@/lib/json";

/** What stands before, between, amid and after the parts of a page. */
export type Noise = readonly [before: string, between: string, amid: string, after: string];
export type PageParts = { modelId: string; schema: JsonObject; output: JsonObject; example: JsonObject };

/** The page of a model's API as a browser copies it: indented with headings, or flat with its two schemas glued together. */
export function pageText(
  { modelId, schema, output, example }: PageParts,
  [before, between, amid, after]: Noise,
  flat: boolean,
) {
  const json = (value: JsonObject) => jsonText(value, flat);
  const command = commandText({ modelId, example }, flat);
  const status = `curl --request GET \\\n  --url https://model-api.runcomfy.net/v1/requests/{request_id}/status \\\n  --header "Authorization: Bearer <token>"`;
  const schemas = flat ? `${json(schema)}${json(output)}` : `${json(schema)}\n\n${amid}\n\n${json(output)}`;
  return `${before}\n${command}\n${between}\n${command}\n\n${status}\n\n${schemas}\n${after}`;
}

/** The page's own command, which alone is a text that can be read as well. */
export function commandText({ modelId, example }: Pick<PageParts, "modelId" | "example">, flat: boolean): string {
  return `curl --request POST \\\n  --url https://model-api.runcomfy.net/v1/models/${modelId} \\\n  --header "Content-Type: application/json" \\\n  --header "Authorization: Bearer <token>" \\\n  --data '${jsonText(example, flat)}'`;
}

function jsonText(value: JsonObject, flat: boolean): string {
  return JSON.stringify(value, null, flat ? undefined : 2);
}
