import { ApiKey } from "@/lib/runcomfy/api-key";
import { createRuncomfyClient } from "@/lib/runcomfy/client";
import { SANDBOX_BASE_URL } from "@/lib/sandbox/fetch";
import { openSandbox, QUEUE_MS } from "@/tests/support/sandbox/open-sandbox";
import { REFERENCE_TO_VIDEO } from "@/tests/support/sandbox/seed-models";
import { describeUpstream } from "./upstream";

describeUpstream("the sandbox", async () => {
  const { fetch, time, close } = await openSandbox();
  return {
    upstream: createRuncomfyClient({ baseUrl: SANDBOX_BASE_URL, fetch, key: new ApiKey("any") }),
    modelId: REFERENCE_TO_VIDEO.id,
    input: REFERENCE_TO_VIDEO.example,
    invalid: { input: { ...REFERENCE_TO_VIDEO.example, duration: 99 }, field: "duration" },
    pause: async () => {
      time.advance(QUEUE_MS);
      await new Promise<void>((resolve) => setImmediate(resolve));
    },
    close,
  };
});
