import { request } from "node:http";

type RawAnswer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** Asks for `path` exactly as it is written: `fetch` resolves dots, slashes and backslashes first. */
export function rawRequest(
  origin: string,
  { path, method, headers }: { path: string; method: string; headers: Record<string, string> },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("error", reject);
      answer.once("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    sent.once("error", reject);
    sent.end();
  });
}
