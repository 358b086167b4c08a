import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StatusOutcome, Upstream } from "@/lib/jobs/upstream";
import type { JsonObject } from "@/lib/json";

export type UpstreamHarness = {
  upstream: Upstream;
  modelId: string;
  /** Accepted for `modelId`. */
  input: JsonObject;
  /** Refused for `modelId`, because of `field`. */
  invalid: { input: JsonObject; field: string };
  /** Lets the service work on between two polls. */
  pause(): Promise<void>;
  close(): Promise<void>;
};

const MAX_POLLS = 600;

/** What every upstream does, whoever answers behind the client. A job must stay queued until the first `pause`. */
export function describeUpstream(name: string, open: () => Promise<UpstreamHarness>): void {
  describe(`${name} as an upstream`, () => {
    let harness: UpstreamHarness;

    beforeAll(async () => {
      harness = await open();
    });
    afterAll(() => harness.close());

    const submit = async (): Promise<string> => {
      const outcome = await harness.upstream.submit(harness.modelId, harness.input);
      if (outcome.kind !== "accepted") throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
      return outcome.requestId;
    };
    const followToItsEnd = async (requestId: string): Promise<StatusOutcome["kind"][]> => {
      const kinds: StatusOutcome["kind"][] = [];
      for (let poll = 0; poll < MAX_POLLS; poll++) {
        const { kind } = await harness.upstream.status(requestId);
        if (kinds.at(-1) !== kind) kinds.push(kind);
        if (kind !== "queued" && kind !== "running") break;
        await harness.pause();
      }
      return kinds;
    };

    it("takes a job from the queue to an output", async () => {
      const requestId = await submit();
      expect(await harness.upstream.status(requestId)).toMatchObject({ kind: "queued", position: expect.any(Number) });
      expect((await followToItsEnd(requestId)).at(-1)).toBe("ended");
      const result = await harness.upstream.result(requestId);
      expect(result).toMatchObject({
        kind: "succeeded",
        outputs: [{ url: expect.stringMatching(/^https?:/), kindHint: "video" }],
      });
    });

    it("gives every submit a request of its own", async () => {
      const ids = [await submit(), await submit()];
      expect(new Set(ids).size).toBe(2);
      for (const id of ids) await harness.upstream.cancel(id);
    });

    it("has no result for a job that is still queued", async () => {
      const requestId = await submit();
      expect(await harness.upstream.result(requestId)).toMatchObject({ kind: "notReady" });
      await harness.upstream.cancel(requestId);
    });

    it("cancels a queued job, which then stays cancelled", async () => {
      const requestId = await submit();
      expect(await harness.upstream.cancel(requestId)).toEqual({ kind: "cancelled" });
      expect(await harness.upstream.status(requestId)).toMatchObject({ kind: "cancelled" });
      expect(await harness.upstream.result(requestId)).toMatchObject({ kind: "cancelled" });
    });

    it("does not cancel a job that has ended, and keeps its output", async () => {
      const requestId = await submit();
      await followToItsEnd(requestId);
      expect(await harness.upstream.cancel(requestId)).toEqual({ kind: "notCancellable" });
      expect(await harness.upstream.result(requestId)).toMatchObject({ kind: "succeeded" });
    });

    it("refuses input that does not fit, naming the field", async () => {
      const outcome = await harness.upstream.submit(harness.modelId, harness.invalid.input);
      expect(outcome).toMatchObject({
        kind: "refused",
        error: { code: "inputRefused", field: harness.invalid.field, message: expect.stringMatching(/\S/) },
      });
    });

    it.each(["status", "result", "cancel"] as const)(
      "says of an unknown request's %s that it is gone",
      async (verb) => {
        expect(await harness.upstream[verb]("00000000-0000-4000-8000-000000000000")).toMatchObject({ kind: "gone" });
      },
    );
  });
}
