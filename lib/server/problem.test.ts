import { describe, expect, it } from "vitest";
import { problemSchema } from "@/lib/api/contract";
import { AppError } from "@/lib/errors";
import { translatorFor } from "@/lib/i18n/translator";
import { typeRefusal } from "@/lib/media/type-refusal";
import { isAppError, problemResponse } from "./problem";

const answer = async (error: AppError, locale: "en" | "ko" = "en") => {
  const response = problemResponse(error, { requestId: "req-1", t: translatorFor(locale) });
  return { response, body: problemSchema.parse(await response.json()) };
};

describe("problemResponse", () => {
  it.each([
    ["invalidRequest", { reason: "x" }, 400],
    ["invalidInput", { count: 1 }, 422],
    ["notFound", {}, 404],
    ["conflict", { reason: "x" }, 409],
    ["tooLarge", { maxBytes: 10, maxSize: "10 B" }, 413],
    ["unsupportedType", typeRefusal("image/gif", ["image/png"]), 415],
    ["unreadableFile", { reason: "x" }, 422],
    ["rangeNotSatisfiable", {}, 416],
    ["storageFull", {}, 507],
    ["noRoom", { free: 1, needed: 20 }, 507],
    ["quotaFull", { used: "9.0 GB", quota: "9.1 GB", needed: "200 MB" }, 507],
    ["folderGone", {}, 503],
    ["stopping", {}, 503],
    ...(["jobs", "jobsAtOnce", "uploads", "waiting", "changes"] as const).map(
      (limit) => ["tooMany", { limit, max: 5, asked: 9, retryAfterS: 61, minutes: 2 }, 429] as const,
    ),
    ["internal", { requestId: "req-1" }, 500],
  ] as const)("answers %s with %o as %d in words", async (code, facts, status) => {
    const { response, body } = await answer(new AppError(code, facts));
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(body).toMatchObject({ code, status, requestId: "req-1" });
    expect(body.detail).not.toContain("problems.");
    expect(body.detail).not.toMatch(/[{}]/);
  });

  it("says when to come again, where that is known", async () => {
    const tooMany = await answer(
      new AppError("tooMany", { limit: "uploads", max: 5, asked: 1, retryAfterS: 61, minutes: 2 }),
    );
    expect(tooMany.response.headers.get("retry-after")).toBe("61");
    expect(tooMany.body.detail).toMatch(/at most 5 files.* 2 minutes/i);
    expect((await answer(new AppError("notFound"))).response.headers.get("retry-after")).toBeNull();
  });

  it("names every field with its limit, in the language of the request", async () => {
    const issues = [
      { field: "duration", code: "tooLarge", params: { max: 15, value: 99 } },
      { field: "style", code: "unknownKey", params: {} },
    ] as const;
    const { body } = await answer(new AppError("invalidInput", { count: 2 }, { issues }));
    expect(body.errors).toMatchObject([
      { field: "duration", code: "tooLarge", message: "At most 15.", params: { max: 15, value: 99 } },
      { field: "style", message: expect.stringContaining("style") },
    ]);
    const korean = await answer(new AppError("invalidInput", { count: 2 }, { issues }), "ko");
    expect(korean.body.errors?.[0]?.message).toMatch(/[가-힣]/);
  });
});

describe("isAppError", () => {
  it("recognises an AppError of another copy of the class", () => {
    class Copy extends Error {
      override readonly name = "AppError";
      readonly code = "notFound";
    }
    expect(isAppError(new Copy())).toBe(true);
  });

  it.each([[new Error("x")], [Object.assign(new Error("x"), { code: "ENOENT" })], ["AppError"], [undefined]])(
    "does not take %s for one",
    (error) => {
      expect(isAppError(error)).toBe(false);
    },
  );
});
