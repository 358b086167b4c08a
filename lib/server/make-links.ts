import type { CatalogSource } from "@/lib/catalog/ports";
import type { Env } from "@/lib/env";
import type { Delivered, UpstreamLink, UpstreamLinks } from "@/lib/jobs/ports";
import type { JsonObject } from "@/lib/json";
import { createGuardedFetch } from "@/lib/net/guarded-fetch";
import { createHostMatcher } from "@/lib/net/host-matcher";
import { createAccountClient } from "@/lib/runcomfy/account-client";
import { ApiKey } from "@/lib/runcomfy/api-key";
import { createCatalogClient } from "@/lib/runcomfy/catalog-client";
import { createRuncomfyClient } from "@/lib/runcomfy/client";
import { createHttpFetch } from "@/lib/runcomfy/http-fetch";
import { createSandboxFetch, SANDBOX_BASE_URL } from "@/lib/sandbox/fetch";
import type { Sandbox } from "@/lib/sandbox/sandbox";
import type { AccountSource } from "@/lib/spending/account";
import { createOutputOpener } from "./downloads";
import type { OpenOutput } from "./output-files";

/** Outputs have been seen below these names, undocumented. */
const RESULT_HOSTS = ["*.runcomfy.net", "*.runcomfy.com"];

export type LinkParts = {
  links: UpstreamLinks;
  /** The service's list where there is a key, else the sandbox's. */
  catalogSource: CatalogSource;
  /** The account of the key; undefined without one. */
  accountSource: AccountSource | undefined;
  openOutput: OpenOutput;
  close: () => Promise<void>;
};

/** Both upstreams through the same client: the sandbox in process always, the service over HTTP where there is a key. */
export function makeLinks(
  env: Env,
  { sandbox, deliver }: { sandbox: Sandbox; deliver: (input: JsonObject) => Promise<Delivered> },
): LinkParts {
  const sandboxFetch = createSandboxFetch(sandbox);
  const httpFetch = createHttpFetch();
  const serviceHost = new URL(env.runcomfyBaseUrl).hostname;
  const guardedFetch = createGuardedFetch({
    allowHosts: createHostMatcher([serviceHost, ...RESULT_HOSTS, ...env.resultHosts]),
    // Named by the person who runs the studio, so that it may also be this machine.
    allowOrigins: [env.runcomfyBaseUrl],
  });
  const links: UpstreamLinks = { sandbox: sandboxLink(sandboxFetch) };
  if (env.runcomfyKey) {
    const api = createRuncomfyClient({ baseUrl: env.runcomfyBaseUrl, key: env.runcomfyKey, fetch: httpFetch });
    links.runcomfy = { api, deliver };
  }
  const catalogSource = createCatalogClient(
    env.runcomfyKey
      ? { baseUrl: env.runcomfyBaseUrl, key: env.runcomfyKey, fetch: httpFetch }
      : { baseUrl: SANDBOX_BASE_URL, key: new ApiKey("in-process"), fetch: sandboxFetch },
  );
  return {
    links,
    catalogSource,
    accountSource:
      env.runcomfyKey && createAccountClient({ baseUrl: env.runcomfyBaseUrl, key: env.runcomfyKey, fetch: httpFetch }),
    openOutput: createOutputOpener({ guardedFetch, sandboxFetch }),
    async close() {
      await Promise.all([httpFetch.close(), guardedFetch.close()]);
    },
  };
}

/** The sandbox takes any token, and reads assets where they lie. */
function sandboxLink(fetch: ReturnType<typeof createSandboxFetch>): UpstreamLink {
  return {
    api: createRuncomfyClient({ baseUrl: SANDBOX_BASE_URL, key: new ApiKey("in-process"), fetch }),
    deliver: async (input) => ({ ok: true, input }),
  };
}
