import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readJson } from "./json-body";

const schema = z.strictObject({ name: z.string() });

function post(body: BodyInit, headers: Record<string, string> = { "content-type": "application/json" }): Request {
  return new Request("http://studio.example/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
}

describe("readJson", () => {
  it("gives what fits the schema", async () => {
    const type = { "content-type": "application/json; charset=utf-8" };
    expect(await readJson(post('{"name":"狐"}', type), schema)).toEqual({ name: "狐" });
  });

  it.each<[string, Request, object]>([
    [
      "another type",
      post("{}", { "content-type": "text/plain" }),
      { code: "unsupportedType", facts: { found: "text/plain" } },
    ],
    ["broken JSON", post("{"), { code: "invalidRequest" }],
    ["nothing", post(""), { code: "invalidRequest" }],
    [
      "a wrong member",
      post('{"name":1}'),
      { code: "invalidRequest", facts: { reason: "wrongType", member: "name", expected: "string" } },
    ],
    ["an unknown member", post('{"name":"a","x":1}'), { code: "invalidRequest" }],
    [
      "an announced length that is too large",
      post("{}", { "content-type": "application/json", "content-length": "9999999" }),
      { code: "tooLarge" },
    ],
  ])("refuses %s", async (_what, request, expected) => {
    await expect(readJson(request, schema)).rejects.toMatchObject(expected);
  });

  it("refuses a body whose sender falls silent, lets go of it, and waits for one that is only slow", async () => {
    let isLeft = false;
    const body = (pieces: string[], isSilent: boolean) =>
      new ReadableStream({
        async pull(controller) {
          const piece = pieces.shift();
          if (piece !== undefined) await pause(60);
          if (piece !== undefined) controller.enqueue(new TextEncoder().encode(piece));
          else if (!isSilent) controller.close();
          else await pause(2_000);
        },
        cancel() {
          isLeft = true;
        },
      });
    const read = (given: ReadableStream) => readJson(post(given), schema, undefined, 200);
    expect(await read(body(['{"na', 'me":', '"a', '"}'], false))).toEqual({ name: "a" });
    await expect(read(body(['{"na'], true))).rejects.toMatchObject({
      code: "invalidRequest",
      facts: { reason: "incomplete" },
    });
    expect(isLeft).toBe(true);
  });

  it("stops reading a body that does not end", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled++;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    await expect(readJson(post(endless), schema)).rejects.toMatchObject({
      code: "tooLarge",
      facts: { maxBytes: 1_000_000 },
    });
    expect(pulled).toBeLessThan(15);
  });
});
