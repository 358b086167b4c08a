import { isJsonObject } from "@/lib/json";
import type { Model } from "@/lib/models/model";
import type { CorrectedKind } from "@/lib/schema/corrected-kind";
import { microsOf } from "@/lib/spending/money";
import type { FoundModel } from "./found-model";
import { oneLine } from "./one-line";
import { standInFor } from "./stand-in";

const MAX_NAME_CHARS = 120;
const MAX_SUMMARY_CHARS = 300;
/** What a model makes stands at the end of most ids, as in `maker/model/image-to-video`; the first that fits counts. */
const OUTPUTS: [Model["output"], RegExp][] = [
  ["video", /(^|[-/])to-video|video($|[-/])/],
  ["audio", /to-(audio|music|speech)|audio|music|speech|voice|song|sound|ace-step/],
  ["image", /to-image|image|edit|photo|picture|flux/],
];

export type Corrections = {
  name?: string | undefined;
  kinds?: Readonly<Record<string, CorrectedKind>> | undefined;
};

/** A model of the studio made of one that was found, with what somebody says of it; in the place of a shipped one where there is one. */
export function modelFrom(
  found: FoundModel & { modelId: string },
  { name, kinds = {} }: Corrections = {},
  shipped?: Model,
): Model {
  const { modelId, kind, inputSchema, example, price } = found;
  const properties = isJsonObject(inputSchema.properties) ? inputSchema.properties : {};
  const notes = Object.entries(kinds).filter(([key]) => Object.hasOwn(properties, key));
  const model: Model = {
    id: modelId,
    name: { en: oneLine(name || found.name || nameOf(modelId), MAX_NAME_CHARS) },
    summary: { en: oneLine(found.summary || modelId, MAX_SUMMARY_CHARS) },
    output: kind ?? outputOf(modelId),
    inputSchema,
    notes: Object.fromEntries(notes.map(([key, kind]) => [key, { kind }])),
    example,
    ...(price && priceOf(price)),
  };
  return shipped ? standInFor(shipped, model, Boolean(name)) : model;
}

/** A base price of nothing is the sandbox's, and no price to go by. */
function priceOf({ usd, unit, asOfMs }: NonNullable<FoundModel["price"]>): Pick<Model, "price"> {
  const usdMicros = microsOf(usd);
  if (!usdMicros) return {};
  return { price: { usdMicros, unit, ...(asOfMs !== undefined && { asOfMs }) } };
}

/** `maker/reel-2.1/image-to-video` becomes `Reel 2.1 image to video`. */
function nameOf(modelId: string): string {
  const [, ...segments] = modelId.split("/");
  const words = segments.join(" ").replace(/[-_]+/g, " ").trim() || modelId;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function outputOf(modelId: string): Model["output"] {
  const id = modelId.toLowerCase();
  // The last segment says most: a model named for pictures may make videos of them.
  for (const text of [id.slice(id.lastIndexOf("/") + 1), id]) {
    const found = OUTPUTS.find(([, words]) => words.test(text));
    if (found) return found[0];
  }
  return "video";
}
