import { expect, it, vi } from "vitest";
import { createAccountReader } from "./read-account";

it("asks once for all who want to know within half a minute, then anew", async () => {
  let time = 0;
  const read = vi.fn(async () => ({ key: "accepted" as const, balanceMicros: 5 }));
  const readAccount = createAccountReader({ read }, () => time);
  await Promise.all([readAccount(), readAccount()]);
  time = 30_000;
  expect(await readAccount()).toEqual({ key: "accepted", balanceMicros: 5, askedAtMs: 0 });
  expect(read).toHaveBeenCalledTimes(1);
  time = 30_001;
  expect(await readAccount()).toMatchObject({ askedAtMs: 30_001 });
  expect(read).toHaveBeenCalledTimes(2);
});

it("asks anew when somebody presses for it, but not for a press that follows at once", async () => {
  let time = 0;
  const read = vi.fn(async () => ({ key: "refused" as const }));
  const readAccount = createAccountReader({ read }, () => time);
  await readAccount();
  time = 2_000;
  expect(await readAccount(true)).toEqual({ key: "refused", askedAtMs: 0 });
  time = 2_001;
  expect(await readAccount(true)).toEqual({ key: "refused", askedAtMs: 2_001 });
  expect(read).toHaveBeenCalledTimes(2);
});

it("knows nothing without a key", async () => {
  expect(await createAccountReader(undefined, () => 0)()).toEqual({ key: "unknown" });
});
