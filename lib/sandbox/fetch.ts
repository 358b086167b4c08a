import type { Sandbox } from "./sandbox";

/** The base address of a sandbox that is reached without a network; the name can never be looked up. */
export const SANDBOX_BASE_URL = "http://sandbox.internal/sandbox";

/**
 * A `fetch` that reaches the sandbox in process and nothing else. As over a network, it rejects with the signal's reason when that
 * aborts before the answer is there.
 *
 * @throws TypeError for an address outside of the sandbox
 */
export function createSandboxFetch(
  sandbox: Pick<Sandbox, "handle">,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const request = new Request(input, init);
    if (!request.url.startsWith(`${SANDBOX_BASE_URL}/`)) throw new TypeError("not an address of the sandbox");
    return orAborted(sandbox.handle(request), request.signal);
  };
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let giveUp = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(signal.reason);
    signal.addEventListener("abort", giveUp, { once: true });
    if (signal.aborted) giveUp();
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
