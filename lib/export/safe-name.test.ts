import fc from "fast-check";
import { expect, it } from "vitest";
import { safeName } from "./safe-name";

it.each([
  ["summer.png", "summer"],
  ["狐狸 雪.png", "狐狸 雪"],
  ["a/b\\c:d*e?f.png", "a_b_c_d_e_f"],
  ["  ...hidden. .png", "hidden"],
  ["con.png", "_con"],
  ["LPT1.backup.png", "_LPT1.backup"],
  ["\u202egnp.exe", "_gnp"],
  ["👩‍🚀.png", "👩‍🚀"],
  ["\ud800.png", "\ufffd"],
  ["???", "image"],
  ["", "image"],
])("makes %j safe as %j", (name, safe) => {
  expect(safeName(name, "image")).toBe(safe);
});

it("is a name that every file system takes, of whatever it is made", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
      const safe = safeName(name, "image");
      return (
        safe !== "" &&
        Buffer.byteLength(safe) <= 161 &&
        !/[<>:"/\\|?*\p{Cc}]|^[\s.]|[\s.]$/u.test(safe) &&
        Buffer.from(safe).toString() === safe
      );
    }),
  );
});

it("cuts no character of a long name in two", () => {
  expect(safeName("\u{1F3F3}\uFE0F\u200D\u{1F308}".repeat(50), "image")).toMatch(
    /^(\u{1F3F3}\uFE0F\u200D\u{1F308})+$/u,
  );
});
