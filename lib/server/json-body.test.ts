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
      { code: "invalidRequest", facts: { reason: expect.stringContaining("name: ") } },
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
