import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { noise, plain } from "@/tests/support/pictures";
import { readPicture } from "./read-picture";

it.each([
  ["short", () => plain("image/png", { width: 1, height: 1 })],
  ["long", () => noise("image/jpeg", { width: 200, height: 200 })],
])("gives a %s picture whole", async (_, make) => {
  const picture = await make();
  const chunks = Array.from({ length: Math.ceil(picture.length / 999) }, (_, place) =>
    picture.subarray(place * 999, place * 999 + 999),
  );
  expect(await readPicture(Readable.from(chunks))).toEqual(picture);
});

it.each([
  ["a page", "<!doctype html>"],
  ["an SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ["a GIF", "GIF89a"],
  ["nothing", ""],
])("refuses %s", async (_, text) => {
  await expect(readPicture(Readable.from(text === "" ? [] : [Buffer.from(text)]))).rejects.toThrow("not a picture");
});

it("reads no more of a body without an end than tells that it is no picture", async () => {
  let sent = 0;
  const body = Readable.from(
    (function* () {
      for (;;) {
        sent += 1_000;
        yield Buffer.alloc(1_000, "x");
      }
    })(),
  );
  await expect(readPicture(body)).rejects.toThrow("not a picture");
  expect([body.destroyed, sent < 50_000]).toEqual([true, true]);
});
