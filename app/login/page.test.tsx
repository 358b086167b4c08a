import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";

vi.mock("@/lib/server/page", () => ({ openSignIn: async () => ({ locale: "en", isKnown: false }) }));
const { default: Page } = await import("./page");

it.each([
  ["the only one", "/gallery?rating=4", "/gallery?rating=4"],
  ["the first of several", ["/gallery", "/shares"], "/gallery"],
  ["the first page, where the first of several is elsewhere", ["https://evil.example", "/shares"], "/"],
  ["the first page, where none is named", undefined, "/"],
])("leads on to %s", async (_, next, to) => {
  const page = await Page({ searchParams: Promise.resolve(next === undefined ? {} : { next }) });
  expect(renderToStaticMarkup(page)).toContain(`name="next" value="${to}"`);
});
