import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { createAccountClient } from "./account-client";
import { ApiKey } from "./api-key";
import { createHttpFetch } from "./http-fetch";

async function accountOf(status: number, body: string) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url, request.headers.authorization);
    response.writeHead(status, { "content-type": "application/json", location: "http://127.0.0.1:1/" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const fetch = createHttpFetch();
  onTestFinished(async () => {
    await new Promise<void>((resolve) => void server.close(() => resolve()));
    await fetch.close();
  });
  const { port } = server.address() as AddressInfo;
  const client = createAccountClient({ baseUrl: `http://127.0.0.1:${port}/`, key: new ApiKey("account-key"), fetch });
  return { account: await client.read(), asked };
}

it.each([
  [
    "the balance in millionths",
    200,
    { balance_microdollars: 12_300_000 },
    { key: "accepted", balanceMicros: 12_300_000 },
  ],
  ["the balance in dollars", 200, { balance_usd: 12.3 }, { key: "accepted", balanceMicros: 12_300_000 }],
  ["another shape", 200, { funds: "plenty" }, { key: "accepted" }],
  ["a balance below nothing", 200, { balance_usd: -1 }, { key: "accepted" }],
  ["an error inside of a 200", 200, { error_code: 500001 }, { key: "unknown" }],
  ["401", 401, {}, { key: "refused" }],
  ["403", 403, {}, { key: "refused" }],
  ["404", 404, {}, { key: "unknown" }],
  ["a way elsewhere", 302, {}, { key: "unknown" }],
])("reads %s", async (_what, status, body, account) => {
  expect((await accountOf(status, JSON.stringify(body))).account).toEqual(account);
});

it("knows nothing by a page, and asks once, with the key, at the service's own address", async () => {
  const { account, asked } = await accountOf(200, "<html>");
  expect(account).toEqual({ key: "unknown" });
  expect(asked).toEqual(["/prod/v2/balance", "Bearer account-key"]);
});
