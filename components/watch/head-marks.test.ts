// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepMarks } from "./head-marks";

const ICON = "data:image/svg+xml,ring";
const icon = () => document.querySelector("link")?.getAttribute("href");

let kept: ReturnType<typeof keepMarks> | undefined;

beforeEach(() => {
  document.head.innerHTML = '<title>Gallery</title><link rel="icon" href="/icon.svg">';
});

afterEach(() => {
  kept?.stop();
});

describe("the marks of a tab", () => {
  it("stand before the page's title and in place of its icon, until they are taken away", () => {
    kept = keepMarks(document);
    kept.set({ prefix: "2 rendering · ", icon: ICON });
    expect([document.title, icon()]).toEqual(["2 rendering · Gallery", ICON]);
    kept.set({ prefix: "", icon: undefined });
    expect([document.title, icon()]).toEqual(["Gallery", "/icon.svg"]);
  });

  it("replace each other", () => {
    kept = keepMarks(document);
    kept.set({ prefix: "1 rendering · ", icon: ICON });
    kept.set({ prefix: "✓ done · ", icon: undefined });
    expect([document.title, icon()]).toEqual(["✓ done · Gallery", "/icon.svg"]);
  });

  it("wait for the next page's title where there is none for a while", async () => {
    kept = keepMarks(document);
    kept.set({ prefix: "✓ done · ", icon: undefined });
    document.querySelector("title")?.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.querySelector("title")).toBeNull();
    document.head.append(Object.assign(document.createElement("title"), { textContent: "Models" }));
    await vi.waitFor(() => expect(document.title).toBe("✓ done · Models"));
  });

  it("stay when another page writes its title and its icon", async () => {
    kept = keepMarks(document);
    kept.set({ prefix: "✓ done · ", icon: ICON });
    document.title = "Models";
    document.querySelector("link")?.replaceWith(Object.assign(document.createElement("link"), { rel: "icon" }));
    await vi.waitFor(() => expect([document.title, icon()]).toEqual(["✓ done · Models", ICON]));
    kept.set({ prefix: "", icon: undefined });
    expect(document.title).toBe("Models");
  });
});
