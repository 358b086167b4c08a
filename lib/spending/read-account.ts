import type { Account, AccountSource } from "./account";

const KEPT_MS = 30_000;
/** Nobody presses a button in earnest more often. */
const KEPT_WHEN_PRESSED_MS = 2_000;

/** `askedAtMs`: when the service was asked, absent where nobody asks it. */
type ReadAccount = (isPressed?: boolean) => Promise<Account & { askedAtMs?: number }>;

/**
 * Asks the service about the key's account: of several at once one does, and its answer holds for half a minute, or until somebody
 * presses a button to ask anew.
 */
export function createAccountReader(source: AccountSource | undefined, now: () => number): ReadAccount {
  let last: { answer: Promise<Account>; askedAtMs: number } | undefined;
  return async (isPressed = false) => {
    if (!source) return { key: "unknown" };
    const keptMs = isPressed ? KEPT_WHEN_PRESSED_MS : KEPT_MS;
    if (!last || Math.abs(now() - last.askedAtMs) > keptMs) last = { answer: source.read(), askedAtMs: now() };
    const { answer, askedAtMs } = last;
    return { ...(await answer), askedAtMs };
  };
}
