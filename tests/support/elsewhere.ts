import { once } from "node:events";
import { createServer } from "node:http";

/** A host that is not the service's, and what came to it. */
export type Elsewhere = { url: string; requests: string[]; close: () => Promise<void> };

export async function listenElsewhere(): Promise<Elsewhere> {
  const requests: string[] = [];
  const server = createServer(({ method, url, headers }, response) => {
    requests.push(`${method} ${url} ${headers.authorization ?? "without a key"}`);
    response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, requests, close };
}
