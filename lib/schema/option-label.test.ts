import { expect, it } from "vitest";
import { optionLabel } from "./option-label";

it.each([
  ["dolly_in", "dolly in"],
  ["square_hd", "square hd"],
  ["portrait_16_9", "portrait 16:9"],
  ["ogg_opus", "ogg opus"],
  ["auto", "auto"],
  ["16:9", "16:9"],
  ["720x720 (1:1)", "720x720 (1:1)"],
  ["Model_A", "Model_A"],
  ["_", "_"],
  [5, "5"],
  [true, "true"],
])("calls the option %j %j", (value, label) => {
  expect(optionLabel(value)).toBe(label);
});
