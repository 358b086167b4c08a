import { expect, it } from "vitest";
import { byName } from "./use-collections";

const collection = (name: string, id = name) => ({
  id,
  name,
  count: 0,
  coverJobId: null,
  posterUrls: [],
  createdAt: "",
  updatedAt: "",
});

it.each([
  ["en", ["Zoo", "émile", "Take 10", "Take 2"], ["émile", "Take 2", "Take 10", "Zoo"]],
  ["ko", ["하늘", "가을", "Zoo", "눈"], ["가을", "눈", "하늘", "Zoo"]],
  ["ja", ["カメラ", "あさ", "アニメ", "かさ"], ["あさ", "アニメ", "かさ", "カメラ"]],
  ["zh-TW", ["龍", "一", "三", "人"], ["一", "人", "三", "龍"]],
])("collections in %s stand in the order of that language", (locale, names, inOrder) => {
  expect(
    byName(
      names.map((name) => collection(name)),
      locale,
    ).map(({ name }) => name),
  ).toEqual(inOrder);
});

it("collections of one name keep their order", () => {
  expect(byName([collection("a", "2"), collection("a", "1")], "en").map(({ id }) => id)).toEqual(["1", "2"]);
});
