// @vitest-environment happy-dom
import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { startStore } from "@/components/composer/start-composition";
import type { WireModel } from "@/lib/api/contract";
import { handOver, useHandedOver } from "./reuse";

const MODEL: WireModel = {
  id: "maker/model",
  name: "A model",
  summary: "Makes clips.",
  output: "video",
  inputSchema: {},
  example: {},
  fields: [{ kind: "prompt", name: "prompt", label: "Prompt", required: true }],
};

/** The form of the page, with something typed in it. */
function open(modelId: string) {
  const store = startStore(MODEL);
  store.getState().setValue(["prompt"], "typed");
  handOver({ modelId, input: { prompt: "reused" }, from: "take-1", reason: "reused", leftModelId: "maker/other" });
  renderHook(() => useHandedOver(MODEL, store));
  return store.getState;
}

afterEach(cleanup);

describe("settings on their way to a form", () => {
  it("replace it with the take that they are of, and keep what stood there", () => {
    const state = open(MODEL.id);
    expect(state()).toMatchObject({ values: { prompt: "reused" }, from: "take-1" });
    const before = { values: { prompt: "typed" }, from: undefined, leftModelId: "maker/other" };
    expect(state().replaced).toMatchObject(before);
    state().undoReplace();
    expect(state()).toMatchObject({ values: { prompt: "typed" }, from: undefined });
  });

  it("wait where the form is another model's", () => {
    expect(open("maker/third")()).toMatchObject({ values: { prompt: "typed" }, replaced: undefined });
  });
});
