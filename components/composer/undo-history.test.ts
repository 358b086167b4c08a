import { describe, expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { createCompositionStore } from "./composition-store";

const FIELDS: Field[] = [
  { kind: "image", name: "image", label: "Image", required: false, limits: {} },
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  { kind: "integer", name: "steps", label: "Steps", required: false, default: 4 },
];
const item = (key: string) => ({ key, name: key, state: "uploading" as const });

function open() {
  const clock = { ms: 0 };
  const store = createCompositionStore(FIELDS, { values: { prompt: "", steps: 4 }, media: {} }, () => clock.ms);
  return { store, clock, say: (text: string) => store.getState().setValue(["prompt"], text) };
}

describe("undo", () => {
  it("takes back a run of typing in one step, and what came after a pause in another", () => {
    const { store, clock, say } = open();
    say("a");
    say("ab");
    clock.ms += 1_500;
    say("abc");
    store.getState().undo();
    expect(store.getState().values.prompt).toBe("ab");
    store.getState().undo();
    expect(store.getState().values.prompt).toBe("");
    expect(store.getState()).toMatchObject({ canUndo: false, canRedo: true });
    store.getState().redo();
    store.getState().redo();
    expect(store.getState().values.prompt).toBe("abc");
  });

  it("forgets what could be done again when something new is typed", () => {
    const { store, say } = open();
    say("a");
    store.getState().undo();
    say("b");
    expect(store.getState().canRedo).toBe(false);
  });

  it("keeps changes of two fields apart, however quick", () => {
    const { store, say } = open();
    say("a");
    store.getState().setValue(["steps"], 5);
    store.getState().undo();
    expect(store.getState().values).toMatchObject({ prompt: "a", steps: 4 });
  });

  it("brings a file back as it is now, not as it was", () => {
    const { store } = open();
    store.getState().addItems("image", [item("a")]);
    store.getState().nameItem("image", "a", "Lead");
    store.getState().patchItem("image", "a", { state: "ready", ref: "asset:1" });
    store.getState().removeItem("image", "a");
    store.getState().undo();
    expect(store.getState().media.image).toEqual([
      { key: "a", name: "a", label: "Lead", state: "ready", ref: "asset:1" },
    ]);
    store.getState().undo();
    expect(store.getState().media.image).toEqual([{ key: "a", name: "a", state: "ready", ref: "asset:1" }]);
  });

  it("counts no step where nothing changed or only a fact about a file did", () => {
    const { store } = open();
    store.getState().removeItem("image", "nobody");
    store.getState().patchItem("image", "nobody", { progress: 0.5 });
    expect(store.getState().canUndo).toBe(false);
  });

  it("gives a field back its start value, and a slot no files", () => {
    const { store } = open();
    store.getState().setValue(["steps"], 9);
    store.getState().addItems("image", [item("a")]);
    store.getState().resetField("steps");
    store.getState().resetField("image");
    expect(store.getState()).toMatchObject({ values: { steps: 4 }, media: { image: [] } });
  });
});
