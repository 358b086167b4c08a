import { describe, expect, it, vi } from "vitest";
import { Ledger } from "@/lib/sandbox/requests/ledger";
import { createRequestStore } from "@/lib/sandbox/requests/request-store";
import { compileFields } from "@/lib/schema/compile";
import { queuedRequest } from "@/tests/support/sandbox/request";
import { TEXT_TO_VIDEO } from "@/tests/support/sandbox/seed-models";
import { type Bodies, createBodies, networkBodies, studioBodies } from "./bodies";
import { type SubmitDeps, submit } from "./submit";

/** Takes every request without a disk. */
const store = { ...createRequestStore("unused"), create: async () => {}, readAll: async () => [] };

function deps(bodies: Bodies = studioBodies()): SubmitDeps {
  let lastId = 0;
  return {
    findModel: () => TEXT_TO_VIDEO,
    fieldsOf: (model) => compileFields(model.inputSchema),
    ledger: new Ledger({ store, nowMs: () => 0, onFailure: () => {} }),
    bodies,
    nowMs: () => 0,
    newId: () => `r${++lastId}`,
    random: () => 0.5,
    queueMs: 0,
    isBusyFor: () => false,
    onAccepted: () => {},
  };
}
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request("http://a.test/v1/models/x", { method: "POST", body, headers, duplex: "half" } as RequestInit);

describe("submit", () => {
  it("turns away what comes on top of 500 requests that have not ended", async () => {
    const own = deps();
    const statuses: number[] = [];
    for (let index = 0; index < 502; index++) {
      const response = await submit(post('{"prompt": "A fox"}'), TEXT_TO_VIDEO.id, "http://a.test", own);
      statuses.push(response.status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(500);
    expect(statuses.slice(500)).toEqual([429, 429]);
  });

  it("turns away what comes on top of 512 MiB of inputs that are not rendered yet", async () => {
    const own = deps();
    const left = 1000;
    await own.ledger.add(queuedRequest({ id: "large", inputBytes: 512 * 1024 * 1024 - left }), {});
    const send = (prompt: string) => submit(post(JSON.stringify({ prompt })), TEXT_TO_VIDEO.id, "http://a.test", own);
    expect((await send("A".repeat(left))).status).toBe(429);
    expect((await send("A".repeat(700))).status).toBe(200);
    expect((await send("A".repeat(700))).status).toBe(429);
  });

  it("reads no more bodies at once than may be, and others when these are through", async () => {
    const own = deps(createBodies({ maxBytes: 1000, maxAtOnce: 2 }));
    const bodies = Array.from({ length: 3 }, () => new TransformStream<Uint8Array, Uint8Array>());
    const answers = bodies.map(({ readable }) => submit(post(readable), TEXT_TO_VIDEO.id, "http://a.test", own));
    expect((await answers[2])?.status).toBe(429);
    for (const { writable } of bodies.slice(0, 2)) {
      const writer = writable.getWriter();
      void writer.write(new TextEncoder().encode('{"prompt": "A fox"}')).then(() => writer.close());
    }
    expect((await Promise.all(answers.slice(0, 2))).map(({ status }) => status)).toEqual([200, 200]);
    const next = await submit(post('{"prompt": "A fox"}'), TEXT_TO_VIDEO.id, "http://a.test", own);
    expect(next.status).toBe(200);
  });

  it("stops reading what the network sends behind 8 MiB", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const answer = await submit(post(endless), TEXT_TO_VIDEO.id, "http://a.test", deps(networkBodies()));
    expect(answer.status).toBe(413);
    expect(pulled).toBeLessThan(12);
  });

  it("waits half a minute for a sender that has fallen silent", async () => {
    vi.useFakeTimers();
    try {
      const answer = submit(post(new ReadableStream()), TEXT_TO_VIDEO.id, "http://a.test", deps(networkBodies()));
      await vi.advanceTimersByTimeAsync(30_000);
      expect((await answer).status).toBe(408);
    } finally {
      vi.useRealTimers();
    }
  });

  it("refuses values that are nested too deeply as a bad request", async () => {
    const body = `{"prompt": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect((await submit(post(body), TEXT_TO_VIDEO.id, "http://a.test", deps())).status).toBe(400);
  });

  it("does not read a body that is too large by its own account", async () => {
    let isRead = false;
    const body = new ReadableStream(
      {
        pull(controller) {
          isRead = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const request = post(body, { "content-length": String(64 * 1024 * 1024 + 1) });
    expect((await submit(request, TEXT_TO_VIDEO.id, "http://a.test", deps())).status).toBe(413);
    expect(isRead).toBe(false);
  });
});
