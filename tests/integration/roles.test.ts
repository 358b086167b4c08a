import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { addressesOf } from "@/tests/support/addresses";
import { openStudio } from "@/tests/support/jobs/open-studio";
import { expectedOf, rolesOf, type Words } from "@/tests/support/roles";

type Handler = (request: Request, route: { params: Promise<object> }) => Promise<Response>;

const PASSWORD = "open sesame, please";
const handlers = addressesOf("app", "no-such-thing").filter(({ file }) => file.endsWith("route.ts"));

/** A studio with one of each that opens something. */
async function openWithWords(): Promise<Words> {
  const { container } = await openStudio({}, { STUDIO_PASSWORD: PASSWORD });
  const signedIn = await container.access.signIn(PASSWORD, new Headers());
  const token = async (scope: "read" | "submit") => (await container.access.addToken({ name: scope, scope })).word;
  return {
    session: signedIn.kind === "session" ? signedIn.word : "",
    read: await token("read"),
    submit: await token("submit"),
    share: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  };
}

async function statusOf({ path, method, file }: (typeof handlers)[number], headers: Record<string, string>) {
  const module: Record<string, Handler> = await import(resolve(file));
  const request = new Request(new URL(path, "http://127.0.0.1"), { method, headers });
  const params = { id: "no-such-thing", modelId: ["no", "such", "thing"], path: ["models", "no", "such"] };
  return (await module[method]?.(request, { params: Promise.resolve(params) }))?.status;
}

describe("what each may do at every address", () => {
  it("is what the address declares", async () => {
    const words = await openWithWords();
    const wrong: string[] = [];
    for (const address of handlers) {
      for (const role of rolesOf(words)) {
        const expected = expectedOf(role, address);
        const status = await statusOf(address, role.headers);
        const isRight = expected === "in" ? status !== 401 && status !== 403 : status === expected;
        if (!isRight) wrong.push(`${address.method} ${address.path} for ${role.name}: ${status}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("is declared at each as the least that is needed", () => {
    const needed = (need: string) =>
      handlers
        .filter((address) => address.need === need)
        .map(({ method, path }) => `${method} ${path}`)
        .sort();
    expect(needed("submit").filter((address) => !address.includes("/sandbox/"))).toEqual([
      "POST /api/groups",
      "POST /api/groups/no-such-thing/cancel",
      "POST /api/jobs",
      "POST /api/jobs/no-such-thing/cancel",
      "POST /api/jobs/no-such-thing/look-again",
      "POST /api/uploads",
    ]);
    expect(needed("read").filter((address) => !address.startsWith("GET "))).toEqual(["POST /api/downloads"]);
    expect(needed("manage").filter((address) => address.startsWith("GET "))).toEqual([
      "GET /api/account",
      "GET /api/sessions",
      "GET /api/tokens",
    ]);
  });
});
