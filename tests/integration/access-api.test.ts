import { NextRequest } from "next/server";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { LIMIT_BY_CALLER } from "@/lib/access/guesses";
import { problemSchema } from "@/lib/api/contract";
import { proxy } from "@/proxy";
import { MODEL_ID, openStudio } from "@/tests/support/jobs/open-studio";

const PASSWORD = "open sesame, please";
const PROXY = "a-proxy-that-is-trusted";
const DAY_MS = 24 * 60 * 60_000;
const JOB = { modelId: MODEL_ID, input: { prompt: "a fox in the snow" } };

const openGuarded = (settings: Record<string, string> = {}) =>
  openStudio({}, { STUDIO_PASSWORD: PASSWORD, ...settings });
type Studio = Awaited<ReturnType<typeof openGuarded>>;

/** Sends the form as a browser does; where it leads, and the cookie that it was given. */
async function signIn({ url }: Studio, password: string, { next = "/", cookie = "" } = {}) {
  const response = await fetch(new URL("/api/session", url), {
    method: "POST",
    body: new URLSearchParams({ password, next }),
    headers: { cookie },
    redirect: "manual",
  });
  const given = response.headers.getSetCookie()[0] ?? "";
  return { to: response.headers.get("location"), given, cookie: given.split(";")[0] ?? "" };
}

describe("a studio with a password", () => {
  it("answers nobody before they have signed in, and says so", async () => {
    const studio = await openGuarded();
    const answers = await Promise.all([
      studio.call("GET", "/api/jobs"),
      studio.call("POST", "/api/jobs", JOB),
      studio.call("GET", "/api/assets/any"),
      studio.call("GET", "/api/sessions"),
      studio.call("GET", "/api/jobs", undefined, { authorization: "Bearer wrong", cookie: "dailies_session=wrong" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(problemSchema.parse(answers[0]?.body)).toMatchObject({ code: "signInNeeded" });
    expect(studio.upstream.ledger.submits).toEqual([]);
  });

  it("tells strangers that it works, and only those who are known of which version and with what", async () => {
    const studio = await openGuarded();
    const { cookie } = await signIn(studio, PASSWORD);
    const [stranger, known] = [
      await studio.call("GET", "/api/health"),
      await studio.call("GET", "/api/health", undefined, { cookie }),
    ];
    expect([stranger.status, stranger.body]).toEqual([200, { status: "ok", store: "ok", reconciler: { ageMs: null } }]);
    expect(known.body).toEqual({ ...stranger.body, upstream: "runcomfy", version: expect.stringMatching(/^\d/) });
  });

  it("lets in whoever knows it, and leads them where they wanted to go", async () => {
    const studio = await openGuarded();
    const { to, cookie, given } = await signIn(studio, PASSWORD, { next: "/gallery?rating=4" });
    expect(to).toBe("/gallery?rating=4");
    expect(given).toMatch(/^dailies_session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
    expect((await studio.call("POST", "/api/jobs", JOB, { cookie })).status).toBe(201);
    const { body } = await studio.call("GET", "/api/sessions", undefined, { cookie });
    expect(body.sessions).toMatchObject([{ isThis: true }]);
  });

  it("binds the cookie to its own encrypted address where there is one", async () => {
    const studio = await openGuarded();
    const response = await fetch(new URL("/api/session", studio.url), {
      method: "POST",
      body: new URLSearchParams({ password: PASSWORD }),
      headers: { "x-forwarded-proto": "https" },
      redirect: "manual",
    });
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-dailies_session=.*; Path=\/; .*; Secure$/);
  });

  it.each([
    ["encrypted, by a proxy", { "x-forwarded-proto": "https" }, /^__Host-dailies_session=/],
    ["on this machine", {}, /^dailies_session=[\w-]{43}; (?!.*Secure)/],
  ])("lets in whoever comes %s where PUBLIC_URL is encrypted", async (_, way, expected) => {
    const studio = await openGuarded({ PUBLIC_URL: "https://studio.example" });
    const body = new URLSearchParams({ password: PASSWORD });
    const address = new URL("/api/session", studio.url);
    const response = await fetch(address, { method: "POST", body, headers: way, redirect: "manual" });
    const [given = "", other = ""] = response.headers.getSetCookie();
    expect(given).toMatch(expected);
    expect(other).toContain("Max-Age=0");
    const cookie = given.split(";")[0] ?? "";
    expect((await studio.call("GET", "/api/jobs", undefined, { cookie })).status).toBe(200);
  });

  it("begins a new session at every sign-in, and ends the one before", async () => {
    const studio = await openGuarded();
    const first = await signIn(studio, PASSWORD);
    const second = await signIn(studio, PASSWORD, { cookie: first.cookie });
    expect(second.cookie).not.toBe(first.cookie);
    expect((await studio.call("GET", "/api/jobs", undefined, { cookie: first.cookie })).status).toBe(401);
    expect((await studio.call("GET", "/api/jobs", undefined, { cookie: second.cookie })).status).toBe(200);
  });

  it("gives one of many requests a new word after a day, and leaves none of them out", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const studio = await openGuarded();
    const { cookie } = await signIn(studio, PASSWORD);
    vi.setSystemTime(Date.now() + DAY_MS);
    const paths = ["/api/jobs", "/api/jobs", "/api/trash", "/api/collections", "/api/uploads", "/api/missing"];
    const answers = await Promise.all(paths.map((path) => studio.call("GET", path, undefined, { cookie })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404]);
    const given = answers.map(({ headers }) => headers.get("set-cookie") ?? "").filter((text) => text !== "");
    expect(given).toEqual([expect.stringMatching(/^dailies_session=[\w-]{43}; Path=\/; Max-Age=2505600; HttpOnly/)]);
    const next = given[0]?.split(";")[0] ?? "";
    expect(next).not.toBe(cookie);
    expect((await studio.call("GET", "/api/jobs", undefined, { cookie: next })).headers.get("set-cookie")).toBeNull();
    const statusWith = async (word: string) =>
      (await studio.call("GET", "/api/jobs", undefined, { cookie: word })).status;
    vi.setSystemTime(Date.now() + 3 * 60_000);
    expect([await statusWith(cookie), await statusWith(next)]).toEqual([401, 200]);
    vi.setSystemTime(Date.now() + 56 * 60_000);
    expect([await statusWith(cookie), await statusWith(next)]).toEqual([401, 200]);
  });

  it("ends a session whose word comes back an hour after it was replaced, because somebody else has it", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const studio = await openGuarded();
    const { cookie } = await signIn(studio, PASSWORD);
    const ask = (word: string) => studio.call("GET", "/api/jobs", undefined, { cookie: word });
    vi.setSystemTime(Date.now() + DAY_MS);
    const next = (await ask(cookie)).headers.get("set-cookie")?.split(";")[0] ?? "";
    expect((await ask(next)).status).toBe(200);
    vi.setSystemTime(Date.now() + 60 * 60_000);
    expect([(await ask(next)).status, (await ask(cookie)).status, (await ask(next)).status]).toEqual([200, 401, 401]);
  });

  it("makes guessing slow, also with the right word in between", async () => {
    const studio = await openGuarded();
    for (let count = 0; count < LIMIT_BY_CALLER.free; count++) {
      expect((await signIn(studio, "wrong", { next: "/shares" })).to).toBe("/login?wrong&next=%2Fshares");
    }
    expect((await signIn(studio, PASSWORD)).to).toMatch(/^\/login\?wait=\d+&next=%2F$/);
  });

  it("ends a session by signing out, and any other from the list", async () => {
    const studio = await openGuarded();
    const [one, two] = [await signIn(studio, PASSWORD), await signIn(studio, PASSWORD)];
    const { body } = await studio.call("GET", "/api/sessions", undefined, { cookie: one.cookie });
    const other = body.sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    const end = () => studio.call("DELETE", `/api/sessions/${other.id}`, undefined, { cookie: one.cookie });
    expect((await end()).status).toBe(204);
    expect((await end()).status).toBe(404);
    expect((await studio.call("GET", "/api/jobs", undefined, { cookie: two.cookie })).status).toBe(401);
    const out = await studio.call("DELETE", "/api/session", undefined, { cookie: one.cookie });
    expect(out.headers.get("set-cookie")).toContain("Max-Age=0");
    expect((await studio.call("GET", "/api/jobs", undefined, { cookie: one.cookie })).status).toBe(401);
  });

  it("does not let another site sign a visitor in", async () => {
    const studio = await openGuarded();
    const response = await fetch(new URL("/api/session", studio.url), {
      method: "POST",
      body: new URLSearchParams({ password: PASSWORD }),
      headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      redirect: "manual",
    });
    expect([response.status, response.headers.get("set-cookie")]).toEqual([403, null]);
  });
});

describe("a token for scripts", () => {
  async function withToken(scope: string) {
    const studio = await openGuarded();
    const { cookie } = await signIn(studio, PASSWORD);
    const made = await studio.call("POST", "/api/tokens", { name: "Night shift", scope }, { cookie });
    const authorization = `Bearer ${made.body.word}`;
    const by = (method: string, path: string, body?: unknown) => studio.call(method, path, body, { authorization });
    return { studio, cookie, made, by };
  }

  it.each([
    ["read", 200, 403, 403],
    ["submit", 200, 201, 403],
  ])("to %s reads with %i, submits with %i and deletes with %i", async (scope, reads, submits, deletes) => {
    const { by } = await withToken(scope);
    expect((await by("GET", "/api/jobs")).status).toBe(reads);
    expect((await by("POST", "/api/jobs", JOB)).status).toBe(submits);
    expect((await by("DELETE", "/api/jobs/any")).status).toBe(deletes);
    expect((await by("GET", "/api/tokens")).status).toBe(403);
    expect((await by("POST", "/api/tokens", { name: "more" })).status).toBe(403);
  });

  it("is told once, listed without its word, and gone when it is removed", async () => {
    const { studio, cookie, made, by } = await withToken("read");
    expect(made.status).toBe(201);
    expect(made.body.word).toMatch(/^dly_[\w-]{43}$/);
    const list = await studio.call("GET", "/api/tokens", undefined, { cookie });
    expect(list.body.tokens).toMatchObject([{ name: "Night shift", scope: "read" }]);
    expect(list.text).not.toContain(made.body.word);
    const path = `/api/tokens/${made.body.token.id}`;
    expect((await studio.call("DELETE", path, undefined, { cookie })).status).toBe(204);
    expect((await by("GET", "/api/jobs")).status).toBe(401);
  });

  it.each([{ name: " " }, { name: "x".repeat(101) }, { name: "n", scope: "manage" }, { scope: "read" }])(
    "is refused as %j",
    async (token) => {
      const studio = await openGuarded();
      const { cookie } = await signIn(studio, PASSWORD);
      expect((await studio.call("POST", "/api/tokens", token, { cookie })).status).toBe(400);
      expect((await studio.call("GET", "/api/tokens", undefined, { cookie })).body.tokens).toEqual([]);
    },
  );
});

describe("a trusted proxy", () => {
  it("brings visitors in by its secret, and by nothing else", async () => {
    const studio = await openStudio({}, { PROXY_SECRET: PROXY });
    const by = async (secret: string) =>
      (await studio.call("GET", "/api/jobs", undefined, { "x-studio-proxy": secret })).status;
    expect(await by(PROXY)).toBe(200);
    expect([await by(`${PROXY}x`), await by(""), await by(PROXY.slice(1))]).toEqual([401, 401, 401]);
    expect((await signIn(studio, "")).to).toContain("/login?wrong");
  });
});

describe("a studio where nobody signs in", () => {
  const OTHERS = [
    { "x-forwarded-for": "203.0.113.9" },
    { "x-real-ip": "203.0.113.9" },
    { forwarded: "for=203.0.113.9" },
  ];

  it.each(OTHERS)("answers nothing that comes with %j, and says what to set", async (headers) => {
    const studio = await openStudio();
    const answers = await Promise.all([
      studio.call("GET", "/api/jobs", undefined, headers),
      studio.call("POST", "/api/jobs", JOB, headers),
      studio.call("GET", "/api/assets/any", undefined, headers),
      studio.call("GET", "/api/health", undefined, headers),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(problemSchema.parse(answers[0]?.body).detail).toContain("STUDIO_PASSWORD");
    expect(studio.upstream.ledger.submits).toEqual([]);
    const page = await proxy(new NextRequest(new URL("/gallery", studio.url), { headers }));
    expect([page.status, (await page.text()).includes("STUDIO_PASSWORD")]).toEqual([403, true]);
  });

  it("answers this machine, also where its address was added on the way", async () => {
    const studio = await openStudio();
    const headers = { "x-forwarded-for": "::ffff:127.0.0.1" };
    expect((await studio.call("POST", "/api/jobs", JOB, headers)).status).toBe(201);
    expect((await proxy(new NextRequest(new URL("/gallery", studio.url), { headers }))).status).toBe(200);
  });
});

describe("references at PUBLIC_URL", () => {
  it("are fetched by the service without signing in, by a ticket for each alone", async () => {
    const studio = await openGuarded({ PUBLIC_URL: "https://studio.example" });
    const { cookie } = await signIn(studio, PASSWORD);
    const { ticketFor } = studio.container.access;
    const models = await studio.call("GET", "/api/uploads", undefined, { cookie });
    expect(models.status).toBe(200);
    const good = ticketFor?.("some-asset").toString();
    expect((await studio.call("GET", `/api/assets/some-asset?${good}`)).status).toBe(404);
    expect((await studio.call("GET", `/api/assets/another?${good}`)).status).toBe(401);
    expect((await studio.call("GET", `/api/assets/some-asset/poster?${good}`)).status).toBe(401);
  });
});
