import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { deliver } from "./deliver";
import { createHandler } from "./handler";
import { emptyLedger, type Ledger } from "./ledger";
import type { Script } from "./script";

export type TestUpstream = {
  /** `http://127.0.0.1:<port>`: the client's base address. */
  url: string;
  port: number;
  ledger: Ledger;
  /** Changes the given members; giving `faults` replaces all that are left. */
  setScript(script: Partial<Script>): void;
  /** Breaks every open connection; new ones are served. */
  breakConnections(): void;
  /** Breaks every open connection and frees the port. */
  close(): Promise<void>;
};

/**
 * The service on 127.0.0.1, well-behaved but for what the script says. `/__script` (POST, JSON) and `/__ledger` (GET) let another
 * process do what `setScript` and `ledger` do.
 */
export async function startUpstream(
  firstScript: Partial<Script> = {},
  { port: wantedPort = 0, now = Date.now }: { port?: number; now?: () => number } = {},
): Promise<TestUpstream> {
  const ledger = emptyLedger();
  const connectionNumbers = new WeakMap<Socket, number>();
  let url = "";
  const { handle, setScript } = createHandler({ firstScript, ledger, origin: () => url, now });

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { outgoing, delayMs, delivery, entry } = await handle(request, connectionNumbers.get(request.socket) ?? 0);
    if (delayMs > 0) await pause(delayMs);
    const onSent = (bytes: number) => {
      if (entry) entry.sentBytes += bytes;
    };
    await deliver(response, outgoing, { delivery, onSent });
  };
  const server = createServer((request, response) => {
    // A client that leaves in the middle is what the tests are about.
    serve(request, response).catch(() => response.destroy());
  });
  server.on("connection", (socket) => {
    connectionNumbers.set(socket, ++ledger.connections);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(wantedPort, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : wantedPort;
  url = `http://127.0.0.1:${port}`;

  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { url, port, ledger, setScript, breakConnections: () => server.closeAllConnections(), close };
}
