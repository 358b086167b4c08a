import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { WireJob } from "@/lib/api/contract";
import { MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";

const SANDBOX = { RUNCOMFY_API_KEY: "", SANDBOX_QUEUE_MS: "0" };

/** Lets jobs advance until `id` has ended; what takes time here is the render. */
async function ended(studio: Awaited<ReturnType<typeof openStudio>>, id: string): Promise<WireJob | undefined> {
  for (;;) {
    const job = await studio.container.readJob(id, "en");
    if (job?.finishedAt !== undefined) return job;
    await pause(50);
  }
}

describe("a studio without a key", () => {
  it("makes a take in its own sandbox, from the form to a file", async () => {
    const studio = await openStudio({}, SANDBOX);
    await studio.container.start();
    // The smallest frame and length that any of the models has.
    const modelId = "community/fantasy-portrait/image-to-video";
    const example = studio.container.readModel(modelId, "en")?.example;
    const small = { ...example, "169_valuex170_value": "480x480 (1:1)", "163_frame_rate": 12 };
    const { id } = await studio.submit({ modelId, input: small });
    const job = await ended(studio, id);
    expect(job).toMatchObject({ status: "succeeded", upstream: "sandbox", frame: { width: 480, height: 480 } });
    expect(job?.outputs).toMatchObject([{ width: 480, height: 480, posterUrl: expect.any(String) }]);
    expect(studio.upstream.ledger.requests).toEqual([]);
  });

  it.each([
    ["[refuse]", "failed", "inputRefused"],
    ["[balance]", "failed", "balanceTooLow"],
    ["[fail]", "failed", "upstreamFailed"],
    ["[no-output]", "failed", "noOutput"],
    ["[reset]", "unconfirmed", "outcomeUnknown"],
  ])("shows what %s in a prompt does: %s, %s", async (word, status, code) => {
    const studio = await openStudio({}, SANDBOX);
    await studio.container.start();
    const { id } = await studio.submit({ modelId: MODEL_ID, input: { prompt: `a fox ${word}` } });
    expect(await ended(studio, id)).toMatchObject({ status, error: { code } });
  });
});
