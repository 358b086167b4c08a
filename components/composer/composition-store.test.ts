import { describe, expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { createCompositionStore } from "./composition-store";

const FIELDS: Field[] = [
  {
    kind: "image",
    name: "image_url_1",
    label: "1",
    required: true,
    limits: {},
    series: { base: "image_url", index: 1 },
  },
  {
    kind: "image",
    name: "image_url_2",
    label: "2",
    required: false,
    limits: {},
    series: { base: "image_url", index: 2 },
  },
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
];
const start = () => createCompositionStore(FIELDS, { values: { prompt: "typed" }, media: {} });
const item = (key: string) => ({ key, name: key, state: "ready" as const, ref: `asset:${key}` });

describe("the state of a form", () => {
  it("forgets a field's problem when its value changes, and keeps the others", () => {
    const store = start();
    store.getState().setProblems([
      { field: "prompt", message: "Fill this in." },
      { field: "image_url_2", message: "Too small." },
    ]);
    store.getState().setValue(["prompt"], "more");
    expect(store.getState().problems.map((problem) => problem.field)).toEqual(["image_url_2"]);
  });

  it("forgets a slot's problems when its files change", () => {
    const store = start();
    store.getState().setProblems([{ field: "image_url_2", message: "Too small." }]);
    store.getState().addItems("image_url", [item("a")]);
    expect(store.getState().problems).toEqual([]);
  });

  it("brings back what an example replaced", () => {
    const store = start();
    store.getState().replace({ values: { prompt: "example" }, media: { image_url: [item("a")] } }, "exampleLoaded");
    expect(store.getState().replaced?.reason).toBe("exampleLoaded");
    store.getState().undoReplace();
    expect(store.getState()).toMatchObject({ values: { prompt: "typed" }, media: {}, replaced: undefined });
  });

  it("moves a file within its slot and stops at the ends", () => {
    const store = start();
    store.getState().addItems("image_url", [item("a"), item("b")]);
    store.getState().moveItem("image_url", "b", -5);
    expect(store.getState().media.image_url?.map(({ key }) => key)).toEqual(["b", "a"]);
  });

  it("leaves other values the same objects, so that only the changed field renders", () => {
    const store = start();
    const before = store.getState();
    store.getState().setValue(["prompt"], "x");
    expect(store.getState().media).toBe(before.media);
    expect(store.getState().problems).toBe(before.problems);
  });
});
