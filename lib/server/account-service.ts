import type { WireAccount } from "@/lib/api/account-contract";
import type { Env } from "@/lib/env";
import type { AccountSource } from "@/lib/spending/account";
import { createAccountReader } from "@/lib/spending/read-account";

export type AccountService = {
  /** Who makes the takes, and whether the service takes the key; `isPressed` where somebody asks for a new answer. */
  readAccount(isPressed: boolean): Promise<WireAccount>;
};

export function createAccountService(deps: {
  source: AccountSource | undefined;
  settings: Pick<Env, "mode" | "runcomfyBaseUrl">;
  now: () => number;
}): AccountService {
  const read = createAccountReader(deps.source, deps.now);
  const { mode: upstream, runcomfyBaseUrl } = deps.settings;
  return {
    async readAccount(isPressed) {
      if (upstream === "sandbox") return { upstream, host: null, key: "missing", askedAt: null };
      const { key, balanceMicros, askedAtMs } = await read(isPressed);
      return {
        upstream,
        host: new URL(runcomfyBaseUrl).host,
        key,
        ...(balanceMicros !== undefined && { balanceMicros }),
        askedAt: askedAtMs === undefined ? null : new Date(askedAtMs).toISOString(),
      };
    },
  };
}
