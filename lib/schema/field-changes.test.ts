import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/lib/json";
import { compileFields } from "./compile";
import { fieldChanges } from "./field-changes";

const fieldsOf = (properties: JsonObject, required: string[] = []) =>
  compileFields({ type: "object", properties, required });
const changesOf = (before: JsonObject, after: JsonObject) => fieldChanges(fieldsOf(before), fieldsOf(after));

describe("a schema that changes", () => {
  it.each<[string, JsonObject, JsonObject, object[]]>([
    [
      "a new field",
      {},
      { fps: { type: "integer" } },
      [{ change: "added", name: "fps", label: "FPS", required: false }],
    ],
    ["a field that is gone", { a: { type: "boolean" } }, {}, [{ change: "removed", name: "a" }]],
    [
      "another default",
      { a: { type: "integer", default: 1 } },
      { a: { type: "integer", default: 2 } },
      [{ name: "a", aspects: [{ aspect: "default", before: "1", after: "2" }] }],
    ],
    [
      "other bounds",
      { a: { type: "integer", minimum: 0 } },
      { a: { type: "integer", minimum: 0, maximum: 9 } },
      [{ name: "a", aspects: [{ aspect: "limit", before: "≥ 0", after: "0–9" }] }],
    ],
    [
      "another kind",
      { a: { type: "string" } },
      { a: { type: "boolean" } },
      [{ name: "a", aspects: [{ aspect: "kind", before: "text", after: "toggle" }] }],
    ],
    [
      "other options",
      { a: { type: "string", enum: ["480p", "720p"] } },
      { a: { type: "string", enum: ["720p", "1080p"] } },
      [{ name: "a", aspects: [{ aspect: "options", added: ["1080p"], removed: ["480p"] }] }],
    ],
    ["another title alone is none", { a: { type: "string" } }, { a: { type: "string", title: "Other" } }, []],
  ])("tells %s", (_what, before, after, changes) => {
    const found = changesOf(before, after);
    expect(found).toHaveLength(changes.length);
    expect(found).toMatchObject(changes);
  });

  it("tells that a value is needed now", () => {
    const properties = { a: { type: "string" } };
    expect(fieldChanges(fieldsOf(properties), fieldsOf(properties, ["a"]))).toMatchObject([
      { aspects: [{ aspect: "required", before: "false", after: "true" }] },
    ]);
  });

  it("has every field of two unlike forms in it once", () => {
    const form = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"));
    fc.assert(
      fc.property(form, form, (before, after) => {
        const of = (names: string[]) => Object.fromEntries(names.map((name) => [name, { type: "boolean" }]));
        const changes = changesOf(of(before), of(after));
        const named = (change: string) => changes.filter((one) => one.change === change).map(({ name }) => name);
        expect(named("added")).toEqual(after.filter((name) => !before.includes(name)));
        expect(named("removed")).toEqual(before.filter((name) => !after.includes(name)));
        expect(changes).toHaveLength(
          new Set([...before, ...after]).size - before.filter((n) => after.includes(n)).length,
        );
      }),
    );
  });
});
