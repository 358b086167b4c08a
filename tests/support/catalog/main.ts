// The service's list of models as a process of its own: prints `{"url":…}` as one line and serves until it is ended. What it answers is
// chosen by `POST /__answer`.
//   node scripts/run.mjs tests/support/catalog/main.ts
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { JsonValue } from "@/lib/json";
import type { CatalogAnswer } from "./catalog-process";
import { catalogEntries, entryAt } from "./entries";

const JSON_TYPE = { "content-type": "application/json" };
const HUGE_BYTES = 50_000_000;
const entries = catalogEntries();
let answer: CatalogAnswer = "pages";

type Answered = { type?: string; body: JsonValue | string };
const pageFrom = (offset: number, limit: number): JsonValue[] => entries.slice(offset, offset + limit);
const ANSWERS: Record<Exclude<CatalogAnswer, "huge">, (offset: number, limit: number) => Answered> = {
  pages: (offset, limit) => ({ body: { models: pageFrom(offset, limit), total: entries.length } }),
  wrongType: (offset, limit) => ({ ...ANSWERS.pages(offset, limit), type: "text/html" }),
  firstPageOnly: (_offset, limit) => ANSWERS.pages(0, limit),
  loopingCursor: (offset, limit) => ({
    body: { data: pageFrom(offset % entries.length, limit), next_cursor: "again" },
  }),
  brokenLater: (offset, limit) => (offset === 0 ? ANSWERS.pages(0, limit) : { body: '{"models":[{' }),
  otherShape: () => ({ body: { result: { list: "none" } } }),
  html: () => ({ body: "<!doctype html><title>Sign in</title>" }),
};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://service");
  if (url.pathname === "/__answer") {
    void text(request).then((body) => {
      answer = JSON.parse(body);
      response.end();
    });
  } else if (url.pathname !== "/v1/models") {
    response.writeHead(404, JSON_TYPE).end('{"error_code":404001}');
  } else if (answer === "huge") {
    flood(response);
  } else {
    const [offset, limit] = [Number(url.searchParams.get("offset")), Number(url.searchParams.get("limit"))];
    const { body, type = JSON_TYPE["content-type"] } = ANSWERS[answer](offset, limit);
    response.writeHead(200, { "content-type": type }).end(typeof body === "string" ? body : JSON.stringify(body));
  }
});

/** One page that is far longer than any, of entries that could all be used. */
function flood(response: ServerResponse): void {
  response.on("error", () => undefined);
  response.writeHead(200, JSON_TYPE).write('{"models":[');
  let at = 0;
  let sent = 0;
  const go = () => {
    if (response.destroyed) return;
    if (sent > HUGE_BYTES) {
      response.end("0]}");
      return;
    }
    const some = Array.from({ length: 50 }, () => `${JSON.stringify(entryAt(at++))},`).join("");
    sent += some.length;
    response.write(some, go);
  };
  go();
}

server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
process.once("SIGTERM", () => process.exit(0));
