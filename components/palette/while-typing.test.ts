// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { whileTyping } from "./while-typing";

const press = (key: string, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  document.body.dispatchEvent(event);
  return event;
};

it("keeps keys from the page while it waits, and gives what they typed", async () => {
  const onPage = vi.fn();
  document.body.addEventListener("keydown", onPage);
  let resolve = (_: string): void => undefined;
  const waiting = whileTyping(
    new Promise<string>((done) => {
      resolve = done;
    }),
  );
  for (const key of ["d", "Delete", "즐"]) expect(press(key).defaultPrevented).toBe(true);
  press("a", { ctrlKey: true });
  resolve("loaded");
  expect(await waiting).toEqual({ result: "loaded", typed: "d즐" });
  expect(onPage).not.toHaveBeenCalled();
  press("x");
  expect(onPage).toHaveBeenCalledOnce();
});

it("gives the keys back where nothing can be loaded", async () => {
  await expect(whileTyping(Promise.reject(new Error("offline")))).rejects.toThrow("offline");
  expect(press("x").defaultPrevented).toBe(false);
});
