import { createHash, type ScryptOptions, scrypt, scryptSync, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** `length` bytes that nobody can guess. */
export type RandomBytes = (length: number) => Uint8Array;

const TOKEN_BYTES = 32;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** 32 MiB and some tens of milliseconds a guess. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** A word for an address or a cookie: 256 random bits. */
export function newToken(random: RandomBytes): string {
  return Buffer.from(random(TOKEN_BYTES)).toString("base64url");
}

/** Tokens hold enough chance of their own, so that their hash needs neither salt nor cost. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export async function hashPassword(password: string, random: RandomBytes): Promise<string> {
  const salt = Buffer.from(random(SALT_BYTES));
  const hash = await derive(password.normalize("NFKC"), salt, HASH_BYTES, COST);
  return `scrypt$${COST.N}$${COST.r}$${COST.p}$${salt.toString("base64url")}$${hash.toString("base64url")}`;
}

/**
 * A key that follows from a password. As slow as a guess, because whoever gets something signed with it could try passwords at
 * home.
 */
export function keyFrom(password: string, purpose: string): string {
  return scryptSync(password.normalize("NFKC"), purpose, HASH_BYTES, COST).toString("base64url");
}

/** Takes the same time for every wrong password. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, n, r, p, salt = "", hash = ""] = stored.split("$");
  const cost = { N: Number(n), r: Number(r), p: Number(p), maxmem: COST.maxmem };
  const expected = Buffer.from(hash, "base64url");
  const found = await derive(password.normalize("NFKC"), Buffer.from(salt, "base64url"), expected.length, cost);
  return timingSafeEqual(found, expected);
}
