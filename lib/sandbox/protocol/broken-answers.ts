import type { JsonObject } from "@/lib/json";
import { answerJson, refuse } from "./errors";

/** A silent submit holds a connection for no longer than this; every client's own limit is shorter. */
const LONGEST_SILENCE_MS = 5 * 60_000;

/** Answers when the caller has given up, so that nobody hears it. */
export function silence(signal: AbortSignal): Promise<Response> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      resolve(refuse({ status: 504, message: "The prompt asked for this with [timeout]." }));
    };
    const timer = setTimeout(end, LONGEST_SILENCE_MS);
    timer.unref();
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
  });
}

/** An answer that promises more than it holds: its connection breaks in the middle of the body. */
export async function cutOff(body: JsonObject): Promise<Response> {
  const whole = new Uint8Array(await answerJson(body).arrayBuffer());
  let isHalfSent = false;
  const half = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isHalfSent) controller.error(new Error("cut off as the prompt asked with [reset]"));
      else controller.enqueue(whole.subarray(0, whole.length / 2));
      isHalfSent = true;
    },
  });
  return new Response(half, {
    headers: {
      "Content-Type": "application/json",
      "Content-Length": String(whole.length),
      "Cache-Control": "no-store",
    },
  });
}
