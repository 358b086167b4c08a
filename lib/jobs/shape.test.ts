import { expect, it } from "vitest";
import { shapeOf } from "./shape";

it.each([
  [1280, 720, "wide"],
  [720, 1280, "tall"],
  [1024, 1024, "square"],
  [1050, 1000, "square"],
  [1051, 1000, "wide"],
  [1000, 1051, "tall"],
  [0, 720, undefined],
])("%d × %d is %s", (width, height, shape) => {
  expect(shapeOf({ width, height })).toBe(shape);
});
