import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { hashPassword, hashToken, isPassword, newToken } from "./secrets";

it("a token holds 256 bits of chance in 43 characters that fit an address", () => {
  const asked: number[] = [];
  const token = newToken((length) => {
    asked.push(length);
    return new Uint8Array(length).fill(255);
  });
  expect([asked, token]).toEqual([[32], `${"_".repeat(42)}8`]);
  expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
});

it("a password is stored with a salt of its own, and known again in any form of its letters", async () => {
  const stored = await hashPassword("비밀번호 ｱ", randomBytes);
  expect(stored).toMatch(/^scrypt\$32768\$8\$1\$/);
  expect(stored).not.toBe(await hashPassword("비밀번호 ｱ", randomBytes));
  expect(await isPassword("비밀번호 ア".normalize("NFD"), stored)).toBe(true);
  expect(await isPassword("비밀번호 ｲ", stored)).toBe(false);
  expect(await isPassword("", stored)).toBe(false);
});
