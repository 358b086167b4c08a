import { expect, it, vi } from "vitest";
import { createAccountReader } from "./read-account";

it("asks once for all who want to know within half a minute, then anew", async () => {
  let time = 0;
  const read = vi.fn(async () => ({ key: "accepted" as const, balanceMicros: 5 }));
  const readAccount = createAccountReader({ read }, () => time);
  await Promise.all([readAccount(), readAccount()]);
  time = 30_000;
  expect(await readAccount()).toEqual({ key: "accepted", balanceMicros: 5 });
  expect(read).toHaveBeenCalledTimes(1);
  time = 30_001;
  await readAccount();
  expect(read).toHaveBeenCalledTimes(2);
});

it("knows nothing without a key", async () => {
  expect(await createAccountReader(undefined, () => 0)()).toEqual({ key: "unknown" });
});
