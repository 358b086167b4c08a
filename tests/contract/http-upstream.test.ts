import { ApiKey } from "@/lib/runcomfy/api-key";
import { createRuncomfyClient } from "@/lib/runcomfy/client";
import { createHttpFetch } from "@/lib/runcomfy/http-fetch";
import { startUpstream } from "@/tests/support/upstream/server";
import { describeUpstream } from "./upstream";

describeUpstream("a server over HTTP", async () => {
  const server = await startUpstream({ pace: { by: "polls", queued: 2, running: 2 } });
  const fetch = createHttpFetch();
  return {
    upstream: createRuncomfyClient({ baseUrl: server.url, key: new ApiKey("contract-key"), fetch }),
    modelId: "acme/moving-pictures/text-to-video",
    input: { prompt: "A lighthouse at dusk" },
    invalid: { input: { seconds: 5 }, field: "prompt" },
    pause: async () => undefined,
    close: async () => {
      await server.close();
      await fetch.close();
    },
  };
});
