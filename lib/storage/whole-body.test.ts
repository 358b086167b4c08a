import { setTimeout as pause, setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { wholeBody } from "./whole-body";

/** A request whose body comes in chunks of one million bytes; tells how many have been asked for. */
function upload({ chunks, fails = false }: { chunks: number; fails?: boolean }) {
  let asked = 0;
  const body = new ReadableStream({
    pull(controller) {
      asked += 1;
      if (asked <= chunks) controller.enqueue(new Uint8Array(1_000_000));
      else if (fails) controller.error(new Error("aborted"));
      else controller.close();
    },
  });
  const request = new Request("http://studio/", { method: "POST", body, duplex: "half" } as RequestInit);
  return { request, asked: () => asked };
}

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const chunk of body) bytes += chunk.length;
  return bytes;
}

const turns = async () => {
  for (let turn = 0; turn < 200; turn += 1) await setImmediate();
};

describe("wholeBody", () => {
  it.each([3_000_000, undefined])("gives every byte of three million, announced as %s", async (announced) => {
    expect(await bytesOf(wholeBody(upload({ chunks: 3 }).request, announced))).toBe(3_000_000);
  });

  it("gives nothing of a request without a body", async () => {
    expect(await bytesOf(wholeBody(new Request("http://studio/"), undefined))).toBe(0);
  });

  it.each([
    ["shorter than announced", { chunks: 2 }],
    ["longer than announced", { chunks: 4 }],
    ["broken off", { chunks: 3, fails: true }],
  ])("refuses a body that is %s", async (_, kind) => {
    const reading = bytesOf(wholeBody(upload(kind).request, 3_000_000));
    await expect(reading).rejects.toMatchObject({ code: "unreadableFile" });
  });

  it("refuses a body whose sender falls silent, and waits for one that is only slow", async () => {
    const request = (pauses: number[]) => {
      const body = new ReadableStream({
        async pull(controller) {
          const pauseMs = pauses.shift();
          if (pauseMs === undefined) return controller.close();
          await pause(pauseMs);
          controller.enqueue(new Uint8Array(1_000));
        },
      });
      return new Request("http://studio/", { method: "POST", body, duplex: "half" } as RequestInit);
    };
    expect(await bytesOf(wholeBody(request([60, 60, 60, 60]), 4_000, 200))).toBe(4_000);
    const silent = bytesOf(wholeBody(request([10, 2_000]), 2_000, 200));
    await expect(silent).rejects.toMatchObject({ code: "unreadableFile" });
  });

  it.each([
    ["to its end", 5, 5_000_000, 6],
    ["to its end where its length is not known", 5, undefined, 6],
    ["up to a bound where it has none", Number.POSITIVE_INFINITY, undefined, 34],
    ["not at all where more was announced than the bound", 100, 100_000_000, 2],
  ])("reads a body that its reader has left %s", async (_, chunks, announced, expected) => {
    const { request, asked } = upload({ chunks });
    for await (const _chunk of wholeBody(request, announced)) break;
    await turns();
    expect(asked()).toBe(expected);
  });
});
