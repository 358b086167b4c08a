import { once } from "node:events";
import { createServer } from "node:net";

/** Why a server cannot listen, in words for the person who starts it. */
export class PortError extends Error {
  override readonly name = "PortError";
}

/**
 * Finds out whether a server could listen, and where: `port` itself, or a free one for 0.
 * @throws PortError
 */
export async function findPort(host: string, port: number): Promise<number> {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, "listening");
    const address = server.address();
    return typeof address === "object" && address ? address.port : port;
  } catch (error) {
    throw new PortError(explain(host, port, error));
  } finally {
    server.close();
  }
}

function explain(host: string, port: number, error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
    case "EACCES":
      return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `HOST is ${host}, which is no address of this machine. 127.0.0.1 is for this machine alone, 0.0.0.0 for every network.`;
    default:
      return `Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
