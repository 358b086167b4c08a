// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Field } from "@/lib/schema/field";
import { createCompositionStore } from "./composition-store";
import { focusField } from "./focus-field";

const image = (name: string): Field => ({ kind: "image", name, label: name, required: false, limits: {} });
const FIELDS: Field[] = [
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  { ...image("image_1"), series: { base: "image", index: 1 } } as Field,
  { ...image("image_2"), series: { base: "image", index: 2 } } as Field,
  { kind: "mediaList", name: "clips", media: "video", label: "Clips", required: false, limits: {} },
];
const tiles = (slot: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `<li data-tile><button data-picture id="${slot}-${index}"></button></li>`,
  );

afterEach(() => vi.unstubAllGlobals());

describe("focusField", () => {
  it.each([
    ["prompt", "text"],
    ["loras.1.scale", "scale"],
    ["loras.1", "other"],
    ["image_2", "image-1"],
    ["clips.0", "clips-0"],
    ["clips", "add"],
    ["clips.7", "add"],
  ])("goes from a problem at %s to #%s, whatever folds hide it", (field, id) => {
    vi.stubGlobal("requestAnimationFrame", (run: () => void) => run());
    document.body.innerHTML = `
      <details><details>
        <div data-field="prompt"><button></button><textarea id="text"></textarea></div>
        <div data-field="loras">
          <div data-field="loras.1.path"><input id="other"></div>
          <div data-field="loras.1.scale"><input id="scale"></div>
        </div>
        <div data-field="image_1">${tiles("image", 2).join("")}</div>
        <div data-field="clips">${tiles("clips", 1).join("")}<input type="file" id="add"></div>
      </details></details>`;
    const store = createCompositionStore(FIELDS, { values: {}, media: {} });
    focusField(store.getState(), field);
    expect(document.activeElement?.id).toBe(id);
    expect([...document.querySelectorAll("details")].map((fold) => fold.open)).toEqual([true, true]);
  });
});
