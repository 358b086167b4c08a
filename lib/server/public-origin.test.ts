import { expect, it } from "vitest";
import { isEncrypted, publicOrigin } from "./public-origin";

it.each<[Record<string, string>, string | undefined, string]>([
  [{ host: "127.0.0.1:3000" }, undefined, "http://127.0.0.1:3000"],
  [{ host: "[::1]:3000" }, undefined, "http://[::1]:3000"],
  [{ host: "studio.example", "x-forwarded-proto": "https, http" }, undefined, "https://studio.example"],
  [{ host: "other.example" }, "https://studio.example", "https://studio.example"],
  [{ host: `x"><script>` }, undefined, "http://localhost"],
  [{}, undefined, "http://localhost"],
])("%j with PUBLIC_URL %s is reached at %s", (headers, publicUrl, origin) => {
  expect(publicOrigin(new Headers(headers), publicUrl)).toBe(origin);
});

it.each<[string, Record<string, string>, boolean]>([
  ["https://studio.example", { host: "studio.example" }, true],
  ["https://studio.example", { host: "192.168.0.7:3000" }, false],
  ["https://studio.example", { host: "127.0.0.1:3000", "x-forwarded-proto": "http" }, false],
  ["https://studio.example", { host: "127.0.0.1:3000", "x-forwarded-proto": "https" }, true],
  ["http://127.0.0.1:3000", { host: "127.0.0.1:3000" }, false],
])("a studio at %s that is asked with %j is reached encrypted: %s", (origin, headers, expected) => {
  expect(isEncrypted(new Headers(headers), origin)).toBe(expected);
});
