import { createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { dialPinned, type IpAddress } from "./pinned-dial";

async function startListener(): Promise<string> {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return String(typeof address === "object" && address ? address.port : 0);
}

function dial(addresses: IpAddress[], port: string) {
  return new Promise<string | undefined>((resolve, reject) => {
    dialPinned(addresses, { hostname: "no-such-host.invalid", protocol: "http:", port }, (...[error, socket]) => {
      if (error) return reject(error);
      resolve(socket?.remoteAddress);
      socket?.destroy();
    });
  });
}

it.each([
  ["the one address", [{ address: "127.0.0.1", family: 4 }]],
  [
    "the address that answers",
    [
      { address: "::1", family: 6 },
      { address: "127.0.0.1", family: 4 },
    ],
  ],
])("connects to %s, whatever the name would give", async (_title, addresses) => {
  expect(await dial(addresses, await startListener())).toBe("127.0.0.1");
});

it("fails where no address answers", async () => {
  await expect(dial([{ address: "127.0.0.1", family: 4 }], "1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
});
