import { isJsonObject, type JsonObject, type JsonValue } from "@/lib/json";
import type { FieldNotes, Model } from "@/lib/models/model";

/** What a property says in words, and what a page leaves out or samples: nothing of it decides what may be sent. */
const WORDS = new Set(["title", "description", "format", "default"]);

/**
 * A model found in a text that takes the place of a shipped one: with the schema that was found, and the words that the studio has for
 * its fields in each language. Limits that only the page's prose told are kept where the field is what it was.
 */
export function standInFor(shipped: Model, added: Model, isNamed: boolean): Model {
  const { showcase, ...rest } = shipped;
  const [before, after] = [propertiesOf(shipped.inputSchema), propertiesOf(added.inputSchema)];
  const keys = new Set([...Object.keys(shipped.notes), ...Object.keys(added.notes)]);
  const notes = [...keys].map((key): [string, FieldNotes] => {
    const { limits, textLimit, ...words } = shipped.notes[key] ?? {};
    const isSame = rulesOf(before[key]) === rulesOf(after[key]);
    const kept = isSame ? { ...(limits && { limits }), ...(textLimit && { textLimit }) } : {};
    return [key, { ...words, ...kept, ...added.notes[key] }];
  });
  const hasExample = Object.keys(added.example).length > 0;
  return {
    ...rest,
    ...(isNamed && { name: added.name }),
    inputSchema: added.inputSchema,
    notes: Object.fromEntries(notes),
    ...(hasExample && { example: added.example }),
    ...(added.price && { price: added.price }),
    // Our own composition is offered as long as every field of it is there.
    ...(showcase && Object.keys(showcase).every((key) => Object.hasOwn(after, key)) && { showcase }),
  };
}

function propertiesOf({ properties }: JsonObject): JsonObject {
  return isJsonObject(properties) ? properties : {};
}

/** What may be sent, as one text, in whatever order it was printed. */
function rulesOf(property: JsonValue | undefined): string {
  if (!isJsonObject(property)) return JSON.stringify(property ?? null);
  const rules = Object.entries(property).filter(([name]) => !WORDS.has(name));
  return JSON.stringify(rules.sort(([a], [b]) => (a < b ? -1 : 1)));
}
