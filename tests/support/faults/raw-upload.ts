import { once } from "node:events";
import { connect } from "node:net";

export type RawUpload = {
  write(bytes: Uint8Array | string): void;
  /** Closes the sending side, as a sender does that believes to be done. */
  end(): void;
  /** What a closed tab or a lost network does. */
  vanish(): void;
  /** The status of the answer; 0 where the connection ends without one. */
  status(): Promise<number>;
};

/** An upload as bytes on a connection, so that it can be cut, stretched and be wrong about itself. */
export function rawUpload(url: URL, headers: Record<string, string | number>): RawUpload {
  const socket = connect(Number(url.port), url.hostname);
  let answer = "";
  socket.on("data", (chunk) => {
    answer += chunk.toString("latin1");
  });
  // A connection that breaks is what the tests are about.
  socket.on("error", () => undefined);
  const closed = once(socket, "close").catch(() => undefined);
  const lines = Object.entries({ Host: url.host, Connection: "close", ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.write(["POST /api/uploads?name=cat.png HTTP/1.1", ...lines, "", ""].join("\r\n"));
  return {
    write: (bytes) => void socket.write(bytes),
    end: () => void socket.end(),
    vanish: () => void socket.resetAndDestroy(),
    async status() {
      await closed;
      return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
    },
  };
}
