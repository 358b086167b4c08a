import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spriteGeometry, tileInterval, tileOf } from "./sprite";

describe("spriteGeometry", () => {
  it.each([
    ["a wide film", { width: 1280, height: 720, frameCount: 121 }, [10, 7, 160, 90, 61]],
    ["a tall film", { width: 720, height: 1280, frameCount: 100 }, [10, 10, 90, 160, 100]],
    ["a few frames", { width: 64, height: 64, frameCount: 3 }, [3, 1, 160, 160, 3]],
    ["a line of pixels", { width: 4000, height: 4, frameCount: 1 }, [1, 1, 160, 1, 1]],
  ])("has a tile for every few frames of %s", (_, video, [columns, rows, tileWidth, tileHeight, count]) => {
    expect(spriteGeometry(video)).toEqual({ columns, rows, tileWidth, tileHeight, count });
  });

  it.each([{}, { width: 64, height: null, frameCount: 3 }, { width: 64, height: 36 }])("is unknown for %o", (video) => {
    expect(spriteGeometry(video)).toBeUndefined();
  });
});

describe("tileOf", () => {
  it("is a tile of the sheet for every frame, and moves on with the frames", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.nat(9000), (frameCount, at) => {
        const sprite = spriteGeometry({ width: 16, height: 9, frameCount });
        if (!sprite) throw new Error("no sprite");
        const frame = at % frameCount;
        const { column, row } = tileOf(frame, frameCount, sprite);
        const index = row * sprite.columns + column;
        expect(index).toBe(Math.floor(frame / tileInterval(frameCount, sprite)));
        expect(index).toBeLessThan(sprite.count);
        expect(sprite.count).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("stays on the sheet before the start and behind the end", () => {
    const sprite = { columns: 10, count: 12 };
    expect(tileOf(-5, 12, sprite)).toEqual({ column: 0, row: 0 });
    expect(tileOf(500, 12, sprite)).toEqual({ column: 1, row: 1 });
  });
});
