import { describe, expect, it } from "vitest";
import { isFromOwnSite } from "./own-site";

const HOST = "localhost:3000";
const judged = (headers: Record<string, string>, publicUrl?: string) =>
  isFromOwnSite(new Headers({ host: HOST, ...headers }), publicUrl);

describe("a request that changes something", () => {
  it.each<[string, Record<string, string>, boolean]>([
    ["a script without a browser", {}, true],
    ["a page of the studio", { origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }, true],
    ["a page of the studio in an older browser", { origin: "http://localhost:3000" }, true],
    ["the address bar", { "sec-fetch-site": "none" }, true],
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, false],
    ["another site in an older browser", { origin: "https://evil.example" }, false],
    ["another port of this machine", { origin: "http://localhost:8080", "sec-fetch-site": "same-site" }, false],
    ["a page that hides where it is", { origin: "null" }, false],
    ["a header that is no origin", { origin: "localhost:3000" }, false],
    ["another word", { "sec-fetch-site": "something-new" }, false],
    ["an origin that says the opposite", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }, false],
  ])("from %s", (_title, headers, allowed) => {
    expect(judged(headers)).toBe(allowed);
  });

  it("may come from the address that a reverse proxy serves", () => {
    const headers = { host: "127.0.0.1:3000", origin: "https://dailies.example.com", "sec-fetch-site": "same-origin" };
    expect(judged(headers, "https://dailies.example.com")).toBe(true);
    expect(judged(headers)).toBe(false);
  });
});
