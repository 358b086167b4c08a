import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMentions } from "@/lib/prompt/mentions";
import type { Field } from "@/lib/schema/field";
import { tagSeries, toInput } from "./composition";
import { type CompositionStore, createCompositionStore } from "./composition-store";

const MAX = 5;
const FIELDS: Field[] = [
  ...Array.from(
    { length: MAX },
    (_, index): Field => ({
      kind: "image",
      name: `image_url_${index + 1}`,
      label: `Image ${index + 1}`,
      required: index === 0,
      limits: {},
      series: { base: "image_url", index: index + 1 },
      tag: `character${index + 1}`,
    }),
  ),
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
];
const SLOT = "image_url";
const item = (key: string) => ({ key, name: key, state: "ready" as const, ref: `asset:${key}` });

function open(prompt: string, keys: string[]): CompositionStore {
  return createCompositionStore(FIELDS, { values: { prompt }, media: { [SLOT]: keys.map(item) } }, () => 0);
}
const promptOf = (store: CompositionStore) => String(store.getState().values.prompt);
const keysOf = (store: CompositionStore) => (store.getState().media[SLOT] ?? []).map(({ key }) => key);

/** The pictures that the mentions of the prompt stand for, in the order of the text. */
function mentioned(store: CompositionStore): (string | undefined)[] {
  const { slots } = store.getState();
  return findMentions(promptOf(store), tagSeries(slots)).map(({ index }) => keysOf(store)[index]);
}

describe("references", () => {
  it.each([
    [
      "moved to the front",
      (s: CompositionStore) => s.getState().moveItemTo(SLOT, "c", 0),
      ["c", "a", "b"],
      "character2 character3 character1",
    ],
    [
      "moved to the end",
      (s: CompositionStore) => s.getState().moveItem(SLOT, "a", 9),
      ["b", "c", "a"],
      "character3 character1 character2",
    ],
    [
      "taken out",
      (s: CompositionStore) => s.getState().removeItem(SLOT, "b"),
      ["a", "c"],
      "character1 character3 character2",
    ],
    [
      "put before",
      (s: CompositionStore) => s.getState().addItems(SLOT, [item("x")], 0),
      ["x", "a", "b", "c"],
      "character2 character3 character4",
    ],
    [
      "put in another order",
      (s: CompositionStore) => s.getState().orderItems(SLOT, ["b", "c", "a"]),
      ["b", "c", "a"],
      "character3 character1 character2",
    ],
    [
      "replaced",
      (s: CompositionStore) => s.getState().replaceItem(SLOT, "b", item("x")),
      ["a", "x", "c"],
      "character1 character2 character3",
    ],
  ])("%s: the prompt follows", (_, change, keys, prompt) => {
    const store = open("character1 character2 character3", ["a", "b", "c"]);
    change(store);
    expect(keysOf(store)).toEqual(keys);
    expect(promptOf(store)).toBe(prompt);
    store.getState().undo();
    expect(keysOf(store)).toEqual(["a", "b", "c"]);
    expect(promptOf(store)).toBe("character1 character2 character3");
  });

  it("take up a mention that waited for them", () => {
    const store = open("character1 and character2", ["a"]);
    store.getState().addItems(SLOT, [item("b")], 0);
    expect(mentioned(store)).toEqual(["a", "b"]);
  });

  it("keep every mention on its picture through any sequence of changes, and back", () => {
    const place = fc.nat({ max: MAX - 1 });
    const change = fc.oneof(
      fc.record({ do: fc.constant("add" as const), at: place }),
      fc.record({ do: fc.constant("remove" as const), at: place }),
      fc.record({ do: fc.constant("move" as const), at: place, to: place }),
      fc.record({ do: fc.constant("rename" as const), at: place }),
      fc.record({ do: fc.constant("order" as const), at: place }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const store = open("character2 sees Character 1, 캐릭터3.", ["p0", "p1", "p2"]);
        const first = { prompt: promptOf(store), keys: keysOf(store) };
        const named = mentioned(store);
        let made = 0;
        for (const one of changes) {
          const state = store.getState();
          const keys = keysOf(store);
          const key = keys[one.at] ?? "";
          if (one.do === "add" && keys.length < MAX && keys.length >= 3)
            state.addItems(SLOT, [item(`n${made++}`)], one.at);
          if (one.do === "remove" && key.startsWith("n")) state.removeItem(SLOT, key);
          if (one.do === "move") state.moveItemTo(SLOT, key, one.to);
          if (one.do === "rename") state.nameItem(SLOT, key, `Name ${made++}`);
          if (one.do === "order") state.orderItems(SLOT, [...keys].reverse());
          expect(mentioned(store)).toEqual(named);
          const sent = Object.keys(toInput(FIELDS, store.getState())).filter((name) => name.startsWith("image"));
          expect(sent).toEqual(keysOf(store).map((_, index) => `image_url_${index + 1}`));
        }
        while (store.getState().canUndo) store.getState().undo();
        expect({ prompt: promptOf(store), keys: keysOf(store) }).toEqual(first);
      }),
    );
  });

  it("that are taken out never leave their mention to another picture", () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 }), fc.nat({ max: 1 }), (one, other) => {
        const store = open("character1 character2 character3", ["a", "b", "c"]);
        const before = mentioned(store);
        const gone = [keysOf(store)[one] ?? ""];
        store.getState().removeItem(SLOT, gone[0] ?? "");
        gone.push(keysOf(store)[other] ?? "");
        store.getState().removeItem(SLOT, gone[1] ?? "");
        expect(mentioned(store)).toEqual(before.map((key) => (gone.includes(key ?? "") ? undefined : key)));
      }),
    );
  });
});
