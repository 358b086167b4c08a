// @vitest-environment happy-dom
import { expect, it } from "vitest";
import type { Field } from "@/lib/schema/field";
import { createCompositionStore } from "./composition-store";
import { type Refusal, saysSame, showRefusal } from "./show-refusal";
import { defaultComposition } from "./start-composition";

const FIELDS: Field[] = [
  { kind: "prompt", name: "prompt", label: "Prompt", required: true },
  { kind: "integer", name: "seconds", label: "Seconds", required: false, default: 5 },
];
const REFUSED = { code: "inputRefused", message: "prompt: too dark", field: "prompt" };

/** A form with a prompt, and what is shown in it of a refusal. */
function open(refusal?: Refusal) {
  const store = createCompositionStore(FIELDS, defaultComposition(FIELDS));
  store.getState().setValue(["prompt"], "A cellar.");
  const words = (message: string) => `Refused: ${message}`;
  const shown = refusal && showRefusal(store, refusal, { words, focus: false });
  return { store, shown, problems: () => store.getState().problems };
}

it.each<[string, Partial<Refusal>, object[]]>([
  ["the value that it names", {}, [{ field: "prompt", message: "Refused: too dark" }]],
  [
    "every value that it names, once",
    {
      issues: [
        { field: "seconds", message: "too long" },
        { field: "body.prompt", message: "too dark" },
        { field: "seconds", message: "odd" },
      ],
    },
    [
      { field: "seconds", message: "Refused: too long\nRefused: odd" },
      { field: "prompt", message: "Refused: too dark" },
    ],
  ],
  ["nothing that the form does not have", { field: "style", message: "style: unknown" }, []],
])("a refusal is shown at %s", (_what, over, problems) => {
  const form = open({ ...REFUSED, ...over });
  expect(form.problems()).toEqual(problems);
  expect(form.shown).toBe(problems.length > 0);
});

it("a refusal is gone when its value is changed, and stays when another one is", () => {
  const { store, problems } = open(REFUSED);
  store.getState().setValue(["seconds"], 6);
  expect(problems()).toHaveLength(1);
  store.getState().setValue(["prompt"], "A garden.");
  expect(problems()).toEqual([]);
});

it.each([
  [{ prompt: "A cellar.", seconds: 5 }, true],
  [{ seconds: 5, prompt: "A cellar." }, true],
  [{ prompt: "A cellar.", seconds: 6 }, false],
  [{ prompt: "A cellar." }, false],
])("a form with defaults says the same as %j: %s", (input, same) => {
  expect(saysSame(open().store, input)).toBe(same);
});
