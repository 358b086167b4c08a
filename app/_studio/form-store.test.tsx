// @vitest-environment happy-dom
import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { WireModel } from "@/lib/api/contract";
import { useFormStore } from "./form-store";

function inWords(prompt: string, image: string): WireModel {
  return {
    id: "maker/model",
    name: "A model",
    summary: "Makes clips.",
    output: "video",
    inputSchema: {},
    example: {},
    fields: [
      { kind: "prompt", name: "prompt", label: prompt, required: true },
      { kind: "image", name: "image_url", label: image, help: image, required: true, limits: {} },
    ],
  };
}
const ENGLISH = inWords("Prompt", "First frame");
const KOREAN = inWords("프롬프트", "첫 프레임");

afterEach(cleanup);

it("a form that is open comes to be in another language, and keeps what is written", () => {
  const { result, rerender } = renderHook(useFormStore, { initialProps: ENGLISH });
  const store = result.current;
  store.getState().setValue(["prompt"], "typed");
  store.getState().addItems("image_url", [{ key: "a", name: "a.png", state: "ready", ref: "asset:a" }]);
  rerender(KOREAN);
  expect(result.current).toBe(store);
  const { fields, slots, values, media, canUndo } = store.getState();
  expect(fields.map(({ label }) => label)).toEqual(["프롬프트", "첫 프레임"]);
  expect(slots).toMatchObject([{ id: "image_url", label: "첫 프레임", help: "첫 프레임" }]);
  expect([values.prompt, media.image_url?.length, canUndo]).toEqual(["typed", 1, true]);
});

it("a form whose words stay the same changes nothing", () => {
  const { result, rerender } = renderHook(useFormStore, { initialProps: ENGLISH });
  const heard = vi.fn();
  result.current.subscribe(heard);
  rerender({ ...ENGLISH });
  expect(heard).not.toHaveBeenCalled();
});
