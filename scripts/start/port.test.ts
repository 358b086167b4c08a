import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { findPort } from "./port";

describe("findPort", () => {
  const server = createServer();
  afterEach(() => void server.close());

  it("finds a free port for 0, which can be listened on at once", async () => {
    const port = await findPort("127.0.0.1", 0);
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    expect(port).toBeGreaterThan(0);
  });

  it("names a port that is in use and how to choose another", async () => {
    const port = await findPort("127.0.0.1", 0);
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    await expect(findPort("127.0.0.1", port)).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
    await expect(findPort("127.0.0.1", port)).rejects.toThrow(`PORT=${port + 1} npm start`);
  });

  it("says so where the host is no address of this machine", async () => {
    await expect(findPort("192.0.2.1", 0)).rejects.toThrow("HOST is 192.0.2.1, which is no address of this machine");
  });
});
