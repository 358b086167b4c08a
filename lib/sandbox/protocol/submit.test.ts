import { describe, expect, it } from "vitest";
import { Ledger } from "@/lib/sandbox/requests/ledger";
import { createRequestStore } from "@/lib/sandbox/requests/request-store";
import { compileFields } from "@/lib/schema/compile";
import { TEXT_TO_VIDEO } from "@/tests/support/sandbox/seed-models";
import { type SubmitDeps, submit } from "./submit";

/** Takes every request without a disk. */
const store = { ...createRequestStore("unused"), create: async () => {}, readAll: async () => [] };

function deps(): SubmitDeps {
  let lastId = 0;
  return {
    findModel: () => TEXT_TO_VIDEO,
    fieldsOf: (model) => compileFields(model.inputSchema),
    ledger: new Ledger({ store, nowMs: () => 0, onFailure: () => {} }),
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
