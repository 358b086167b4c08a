import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertTags } from "./insertion";
import { findMentions, remapMentions, tagAt } from "./mentions";
import { type PromptWarning, promptWarnings, withoutMentions, withTags } from "./warnings";

const SERIES = { id: "image_url", first: "character1", max: 9 };
const warnings = (text: string, count: number) => promptWarnings(text, [SERIES], { image_url: count });
const kinds = (text: string, count: number) => warnings(text, count).map(({ kind }) => kind);

describe("promptWarnings", () => {
  it.each([
    ["character1 sees character2.", 2, []],
    ["", 3, []],
    [" \n", 3, []],
    ["A hill at dusk.", 0, []],
    ["character1 sees character3.", 1, ["missing"]],
    ["character1 waits.", 2, ["unmentioned"]],
    ["character2 sees character1.", 2, ["order"]],
    ["character2 sees character1, then character2.", 2, ["order"]],
    ["character1, character2, then character1.", 2, []],
    ["Character 1 waits.", 1, ["spelling"]],
    ["캐릭터1이 기다린다.", 1, ["spelling"]],
    ["キャラクター１が待つ。", 1, ["spelling"]],
    ["角色1在等。", 1, ["spelling"]],
    ["character3 sees 角色2.", 2, ["missing", "unmentioned", "spelling"]],
  ])("of %j with %i pictures are %j", (text, count, expected) => expect(kinds(text, count)).toEqual(expected));

  it("names every place once, in order", () => {
    expect(warnings("character5, character4, character5 and character2", 3)).toEqual([
      { kind: "missing", seriesId: "image_url", indices: [3, 4] },
      { kind: "unmentioned", seriesId: "image_url", indices: [0, 2] },
    ]);
  });

  it("puts the named pictures first, then the others", () => {
    expect(warnings("character3 and character1", 4)).toContainEqual({
      kind: "order",
      seriesId: "image_url",
      order: [2, 0, 1, 3],
    });
  });

  it("says how a mention is typed and how the model knows it", () => {
    expect(warnings("캐릭터1, Character 2, 캐릭터1", 2)).toEqual([
      {
        kind: "spelling",
        seriesId: "image_url",
        typed: ["캐릭터1", "Character 2"],
        tags: ["character1", "character2"],
      },
    ]);
  });
});

describe("withoutMentions", () => {
  it.each([
    ["She sees character3 there.", "She sees there."],
    ["character3 runs", "runs"],
    ["그녀는 캐릭터3을 본다", "그녀는 을 본다"],
    ["狐狸看著角色3。", "狐狸看著。"],
    ["キャラクター3が走る", "が走る"],
    ["character1 and character3", "character1 and"],
    ["character1 and character3.", "character1 and."],
  ])("takes the tag out of %j", (text, left) => expect(withoutMentions(text, SERIES, [2])).toBe(left));
});

const SPELLINGS = ["character", "Character ", "캐릭터", "キャラクター", "角色"];
const mention = fc.tuple(fc.constantFrom(...SPELLINGS), fc.integer({ min: 1, max: 9 })).map((parts) => parts.join(""));
const prose = fc.constantFrom("She waits", "달린다", "走る", "走過來", "(", ")", "。", ",", "\n");
const text = fc
  .array(fc.oneof(mention, prose), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(" "))
  .filter((made) => made.trim() !== "");
const count = fc.integer({ min: 0, max: 9 });

/** What a text says apart from its mentions, and apart from the space and commas around them. */
function around(of: string): string {
  let rest = "";
  let from = 0;
  for (const { start, end } of findMentions(of, [SERIES])) {
    rest += of.slice(from, start);
    from = end;
  }
  return (rest + of.slice(from)).replace(/[\s,]/g, "");
}

const REPAIRS: { [K in PromptWarning["kind"]]: (text: string, warning: PromptWarning & { kind: K }) => string } = {
  missing: (of, { indices }) => withoutMentions(of, SERIES, indices),
  unmentioned: (of, { indices }) => {
    const tags = indices.map((index) => tagAt(SERIES, index));
    return insertTags(of, of.length, tags, [SERIES]).text;
  },
  order: (of, { order }) =>
    remapMentions(of, [SERIES], SERIES.id, (index) => (index < order.length ? order.indexOf(index) : index)),
  spelling: (of) => withTags(of, SERIES),
};

describe("a repair", () => {
  it.each(["missing", "unmentioned", "order", "spelling"] as const)(
    "of %s leaves no warning of its kind, and all that is no mention as it was",
    (kind) => {
      let repaired = 0;
      fc.assert(
        fc.property(text, count, (typed, pictures) => {
          const found = warnings(typed, pictures).find((warning) => warning.kind === kind);
          if (!found) return;
          repaired += 1;
          const after = (REPAIRS[kind] as (text: string, warning: PromptWarning) => string)(typed, found);
          expect(kinds(after, pictures)).not.toContain(kind);
          expect(around(after)).toBe(around(typed));
        }),
      );
      expect(repaired).toBeGreaterThan(0);
    },
  );
});
