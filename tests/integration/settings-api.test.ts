import { expect, it } from "vitest";
import { accountSchema } from "@/lib/api/account-contract";
import { usageSchema } from "@/lib/api/usage-contract";
import { openStudio } from "@/tests/support/jobs/open-studio";
import { temporaryFolder } from "@/tests/support/temporary-folder";

const PASSWORD = "open sesame, please";

it("the service is told by its host and when it was asked, and anew when somebody presses", async () => {
  const studio = await openStudio();
  const read = async (query = "") => accountSchema.parse((await studio.call("GET", `/api/account${query}`)).body);
  const asked = () => studio.upstream.ledger.requests.filter(({ path }) => path.startsWith("/prod/v2/balance")).length;
  const first = await read();
  expect(first).toMatchObject({ upstream: "runcomfy", host: new URL(studio.upstream.url).host });
  expect(Date.parse(first.askedAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
  expect([await read(), asked()]).toEqual([first, 1]);
  await expect.poll(async () => (await read("?anew=1")).askedAt, { timeout: 10_000 }).not.toBe(first.askedAt);
  expect(asked()).toBe(2);
});

it("the sandbox has no host and no key", async () => {
  const studio = await openStudio({}, { RUNCOMFY_API_KEY: "" });
  const { body } = await studio.call("GET", "/api/account");
  expect(accountSchema.parse(body)).toEqual({ upstream: "sandbox", host: null, key: "missing", askedAt: null });
});

it("the size of the database is told to all who may read, its folder only where nobody signs in", async () => {
  const folder = await temporaryFolder();
  const open = await openStudio({}, { DATA_DIR: folder.path });
  const { storage } = usageSchema.parse((await open.call("GET", "/api/usage")).body);
  expect([storage.folder, storage.database > 0]).toEqual([folder.path, true]);

  const asks = await openStudio({}, { STUDIO_PASSWORD: PASSWORD });
  const { word } = await asks.container.access.addToken({ name: "script", scope: "read" });
  const answer = await asks.call("GET", "/api/usage", undefined, { authorization: `Bearer ${word}` });
  const told = usageSchema.parse(answer.body).storage;
  expect([told.folder, told.database > 0]).toEqual([null, true]);
});
