import { expect, it } from "vitest";
import { isSingleMedia } from "@/lib/schema/series";
import { findModel } from "./catalog";
import { modelFields } from "./localize";

it.each([
  ["en", "References"],
  ["ko", "참조 이미지"],
  ["ja", "参照画像"],
  ["zh-TW", "參考圖"],
] as const)("the nine references are called as a whole in %s: %s", (locale, label) => {
  const model = findModel("happyhorse/happyhorse-1.0/reference-to-video");
  const fields = model ? modelFields(model, locale).filter(isSingleMedia) : [];
  expect(fields.map((field) => field.series?.label)).toEqual([label, ...Array(8).fill(undefined)]);
});
