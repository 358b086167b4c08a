import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Delivery, Substitute } from "./script";

export type Outgoing = { status: number; headers: Record<string, string>; body: Uint8Array };

const CHUNK_BYTES = 64 * 1024;

export function substitute({ status = 200, json, text, fillBytes, headers = {} }: Substitute): Outgoing {
  const type = text === undefined ? "application/json" : "text/html; charset=utf-8";
  const body = fillBytes === undefined ? Buffer.from(text ?? JSON.stringify(json ?? {})) : Buffer.alloc(fillBytes, "a");
  return { status, headers: { "content-type": type, ...headers }, body };
}

/** Sends `outgoing` in the given way; `onSent` hears of every part that the socket took. */
export async function deliver(
  response: ServerResponse,
  outgoing: Outgoing,
  { delivery, onSent }: { delivery: Delivery; onSent: (bytes: number) => void },
): Promise<void> {
  if (delivery.how === "hang") return;
  if (delivery.how === "reset" && delivery.after === "nothing") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (delivery.how === "halfClose") {
    response.socket?.end();
    return;
  }
  const { status, headers } = outgoing;
  const body = delivery.how === "flip" ? flipped(outgoing.body, delivery.everyBytes) : outgoing.body;
  response.writeHead(status, { ...headers, "content-length": announcedBytes(body, delivery) });
  if (delivery.how === "repeat") return repeat(response, { body, bytes: delivery.bytes, onSent });
  if (delivery.how === "whole" || delivery.how === "flip") return sendWhole(response, body, onSent);
  if (delivery.how === "wrongLength") {
    await sendParts(response, body, onSent);
    response.socket?.end();
    return;
  }
  if (delivery.how === "drip") return drip(response, { body, everyMs: delivery.everyMs, onSent });
  const half = body.subarray(0, body.byteLength >> 1);
  response.write(half, () => {
    onSent(half.byteLength);
    if (delivery.how === "reset") response.socket?.resetAndDestroy();
    else if (delivery.how === "truncate") response.socket?.end();
  });
}

function announcedBytes(body: Uint8Array, delivery: Delivery): number {
  if (delivery.how === "repeat") return delivery.bytes;
  return body.byteLength + (delivery.how === "wrongLength" ? delivery.by : 0);
}

function flipped(body: Uint8Array, everyBytes: number): Uint8Array {
  return body.map((byte, place) => (place % everyBytes === 0 ? ~byte : byte));
}

async function sendWhole(response: ServerResponse, body: Uint8Array, onSent: (bytes: number) => void): Promise<void> {
  await sendParts(response, body, onSent);
  response.end();
}

async function repeat(
  response: ServerResponse,
  { body, bytes, onSent }: { body: Uint8Array; bytes: number; onSent: (bytes: number) => void },
): Promise<void> {
  for (let left = bytes; left > 0 && !response.destroyed; left -= body.byteLength) {
    await sendParts(response, body.subarray(0, left), onSent);
  }
  response.end();
}

async function sendParts(response: ServerResponse, body: Uint8Array, onSent: (bytes: number) => void): Promise<void> {
  for (let start = 0; start < body.byteLength && !response.destroyed; start += CHUNK_BYTES) {
    const chunk = body.subarray(start, start + CHUNK_BYTES);
    await new Promise<void>((resolve) => {
      response.once("close", resolve);
      response.write(chunk, () => {
        response.off("close", resolve);
        resolve();
      });
    });
    onSent(chunk.byteLength);
  }
}

async function drip(
  response: ServerResponse,
  { body, everyMs, onSent }: { body: Uint8Array; everyMs: number; onSent: (bytes: number) => void },
): Promise<void> {
  response.flushHeaders();
  for (let index = 0; index < body.byteLength && !response.destroyed; index++) {
    response.write(body.subarray(index, index + 1));
    onSent(1);
    await pause(everyMs);
  }
  response.end();
}
