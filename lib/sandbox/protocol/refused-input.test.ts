import { describe, expect, it } from "vitest";
import type { FieldIssue } from "@/lib/schema/field";
import { refusedInput } from "./refused-input";

describe("refusedInput", () => {
  it.each<[FieldIssue, string[], object]>([
    [
      { field: "duration", code: "tooLarge", params: { max: 15, value: 99 } },
      ["duration"],
      { loc: ["body", "duration"], msg: "duration is too large (max: 15, value: 99)", type: "value_error" },
    ],
    [
      { field: "loras.0.scale", code: "wrongType", params: {} },
      ["loras"],
      { loc: ["body", "loras", 0, "scale"], msg: "loras.0.scale has the wrong type", type: "type_error" },
    ],
    [
      { field: "a.b", code: "unknownKey", params: {} },
      ["a.b"],
      { loc: ["body", "a.b"], msg: "a.b is not a key of this model", type: "extra_forbidden" },
    ],
  ])("says of %j where it is and what broke", (issue, keys, detail) => {
    const input = Object.fromEntries(keys.map((key) => [key, 1]));
    expect(refusedInput([issue], input)).toMatchObject({ status: 422, errorCode: 422001, detail: [detail] });
  });
});
