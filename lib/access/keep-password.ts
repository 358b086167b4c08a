import type { AccessStore } from "./ports";
import { hashPassword, isPassword, newToken, type RandomBytes } from "./secrets";

/**
 * The hash of the studio's password, as it is stored. Another password than the one before ends all sessions, which were opened by
 * that. A studio behind a proxy alone has none: nothing is one.
 */
export async function keepPassword(
  password: string | undefined,
  { store, random }: { store: Pick<AccessStore, "passwordHash" | "changePassword">; random: RandomBytes },
): Promise<string> {
  const stored = await store.passwordHash();
  if (stored !== undefined && password !== undefined && (await isPassword(password, stored))) return stored;
  const hash = await hashPassword(password ?? newToken(random), random);
  await store.changePassword(hash);
  return hash;
}
