import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanFileName } from "./file-name";

describe("cleanFileName", () => {
  it.each([
    ["cat.png", "cat.png"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\me\\cat.png", "cat.png"],
    ["  사진 1.jpg ", "사진 1.jpg"],
    ["e\u0301.png", "é.png"],
    ["a\r\nb\0.png", "ab.png"],
    ["evil\u202egnp.exe", "evilgnp.exe"],
    ["👩‍🎨.webp", "👩‍🎨.webp"],
    ["..", undefined],
    ["/", undefined],
    ["", undefined],
  ])("makes %j to %j", (raw, name) => {
    expect(cleanFileName(raw)).toBe(name);
  });

  it("holds any name to 200 characters without cutting one in two", () => {
    expect(cleanFileName("🎬".repeat(300))).toBe("🎬".repeat(200));
  });

  it("never gives a folder or a control character", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (raw) => !/[/\\\p{Cc}]/u.test(cleanFileName(raw) ?? "")));
  });
});
