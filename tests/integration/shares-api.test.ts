import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { problemSchema } from "@/lib/api/contract";
import { newShareAnswerSchema, shareListSchema } from "@/lib/api/share-contract";
import { publicShareSchema } from "@/lib/shares/public-view";
import { KEY, openStudio, MODEL_ID as TEXT_MODEL_ID } from "@/tests/support/jobs/open-studio";
import { plain } from "@/tests/support/pictures";

type Studio = Awaited<ReturnType<typeof openStudio>>;

const MODEL_ID = "happyhorse/happyhorse-1.0/image-to-video";
const ALL = { prompt: true, settings: true, references: true, download: true };
const NOTHING = { prompt: false, settings: false, references: false, download: false };
const START = new Date("2026-03-01T12:00:00Z");

// Only the date: servers and files need real timers.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A finished take with one picture as its reference. */
async function makeTake(studio: Studio, prompt = "a fox in the snow") {
  const body = await plain("image/png", { width: 400, height: 400 });
  const upload = await fetch(new URL("/api/uploads?name=secret-name.png", studio.url), {
    method: "POST",
    body: new Uint8Array(body),
  });
  const { asset } = await upload.json();
  const input = { prompt, image_url: asset.ref, duration: 5, seed: 7, watermark: false };
  const job = await studio.submit({ modelId: MODEL_ID, input });
  for (let step = 0; step < 3; step++) {
    await studio.container.tick();
    vi.setSystemTime(Date.now() + 60_000);
  }
  const done = (await studio.call("GET", `/api/jobs/${job.id}`)).body.job;
  expect(done.status).toBe("succeeded");
  await drawPictures(studio, done.outputs[0].assetId);
  return { id: job.id as string, reference: asset.id as string, output: done.outputs[0].assetId as string, done };
}

/** What a browser draws of the small clip, where the studio has no ffmpeg. */
async function drawPictures(studio: Studio, assetId: string) {
  const picture = async (width: number, height: number) => {
    const body = new Uint8Array(await plain("image/webp", { width, height }));
    return new Request(studio.url, { method: "POST", headers: { "content-type": "image/webp" }, body });
  };
  await studio.container.receivePoster(assetId, await picture(640, 360));
  await studio.container.receiveSprite(assetId, await picture(1600, 180));
}

async function share(studio: Studio, jobIds: string[], over: object = {}) {
  const [first] = jobIds;
  const answer =
    jobIds.length === 1
      ? await studio.call("POST", `/api/jobs/${first}/shares`, over)
      : await studio.call("POST", "/api/shares", { jobIds, ...over });
  expect(answer.status).toBe(201);
  const { share: made, url } = newShareAnswerSchema.parse(answer.body);
  return { ...made, url, path: new URL(url).pathname, token: new URL(url).pathname.split("/")[2] ?? "" };
}

/** What is public of a share, but for its page, which only Next can render. */
const addresses = (path: string) => [
  ...[
    "video",
    "video?download=1",
    "video?take=0&output=0",
    "image",
    "poster",
    "reference",
    "reference?reference=0",
  ].map((name) => `${path}/${name}`),
  `${path}/sprite`,
  `${path}/data.json`,
];

async function read(studio: Studio, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, studio.url), { headers, redirect: "manual" });
  const { date: _, "x-request-id": number, ...rest } = Object.fromEntries(response.headers);
  expect(number).toMatch(/^[0-9a-f-]{13}$/);
  return { status: response.status, headers: rest, text: await response.text() };
}

describe("making a link", () => {
  it("tells the whole link once, by the address that the request came to", async () => {
    const studio = await openStudio();
    const { id } = await makeTake(studio);
    const made = await share(studio, [id]);
    expect(made.url).toBe(`${studio.url.origin}/s/${made.token}`);
    expect(made.token).toMatch(/^[\w-]{43}$/);
    expect(made).toMatchObject({ jobIds: [id], views: 0, hasPassword: false, state: "open", shown: { prompt: true } });
    const week = 7 * 24 * 60 * 60_000;
    expect(Date.parse(made.expiresAt ?? "") - Date.parse(made.createdAt)).toBe(week);
    expect(JSON.stringify((await studio.call("GET", "/api/shares")).body)).not.toContain(made.token);
  });

  it("tells the link at PUBLIC_URL where that is set", async () => {
    const proxy = "a-proxy-that-is-trusted";
    const studio = await openStudio({}, { PUBLIC_URL: "https://studio.example", PROXY_SECRET: proxy });
    const call: typeof studio.call = (method, path, body, headers) =>
      studio.call(method, path, body, { ...headers, "x-studio-proxy": proxy });
    const { body } = await call("POST", "/api/jobs", { modelId: TEXT_MODEL_ID, input: { prompt: "a fox" } });
    for (let step = 0; step < 3; step++) {
      await studio.container.tick();
      vi.setSystemTime(Date.now() + 60_000);
    }
    expect((await share({ ...studio, call }, [body.job.id])).url).toMatch(/^https:\/\/studio\.example\/s\//);
  });

  it.each<[string, object, object]>([
    ["a long title", { title: "x".repeat(121) }, { field: "title", params: { length: 121, max: 120 } }],
    ["a short password", { password: "12345" }, { field: "password", params: { length: 5, min: 6 } }],
    ["a long password", { password: "x".repeat(201) }, { field: "password", params: { max: 200 } }],
    ["a moment that has passed", { expires: "2026-03-01T11:59:59Z" }, { field: "expires", code: "momentPassed" }],
  ])("is refused for %s, naming the limit", async (_what, body, error) => {
    const studio = await openStudio();
    const { id } = await makeTake(studio);
    const answer = await studio.call("POST", `/api/jobs/${id}/shares`, body);
    expect(answer.status).toBe(422);
    expect(problemSchema.parse(answer.body).errors).toMatchObject([error]);
  });

  it("is refused for what is no comparison of two to six finished takes", async () => {
    const studio = await openStudio();
    const { id } = await makeTake(studio);
    const { id: waiting } = await studio.submit();
    const errorsOf = async (jobIds: string[]) => {
      const { status, body } = await studio.call("POST", "/api/shares", { jobIds });
      return [status, body.errors?.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)];
    };
    expect(await errorsOf([id])).toEqual([422, ["jobIds tooFew"]]);
    expect(await errorsOf([id, waiting, "nothing"])).toEqual([422, ["jobIds.1 takeNotDone", "jobIds.2 takeNotDone"]]);
    expect(await errorsOf([id, id])).toEqual([422, ["jobIds.1 namedTwice"]]);
    expect((await errorsOf(Array(7).fill(id)))[1]).toContain("jobIds tooMany");
    expect((await studio.call("POST", `/api/jobs/${waiting}/shares`, {})).status).toBe(422);
    expect((await studio.call("POST", "/api/jobs/nothing/shares", {})).status).toBe(404);
  });
});

describe("an open link", () => {
  it("answers with what the owner chose, and nothing else", async () => {
    const studio = await openStudio();
    const take = await makeTake(studio);
    const bare = await share(studio, [take.id], { shown: NOTHING });
    const { takes } = publicShareSchema.parse(JSON.parse((await read(studio, `${bare.path}/data.json`)).text));
    expect(Object.keys(takes[0] ?? {})).toEqual(["outputs"]);
    expect((await read(studio, `${bare.path}/reference`)).status).toBe(404);
    expect((await read(studio, `${bare.path}/video?download=1`)).status).toBe(404);

    const whole = await share(studio, [take.id], { shown: ALL, title: "  Night   shoot " });
    const view = publicShareSchema.parse(JSON.parse((await read(studio, `${whole.path}/data.json`)).text));
    expect(view.title).toBe("Night shoot");
    expect(view.takes[0]).toMatchObject({
      texts: [{ value: "a fox in the snow" }],
      references: [{ kind: "image", url: `${whole.path}/reference?take=0&reference=0` }],
    });
    const settings = view.takes[0]?.settings?.map(({ value }) => value);
    expect(settings).toEqual(expect.arrayContaining(["5", "7", "Off"]));
    const file = await read(studio, view.takes[0]?.outputs[0]?.downloadUrl ?? "");
    expect(file.headers["content-disposition"]).toContain('attachment; filename="Night shoot.mp4"');
  });

  it("speaks the visitor's language", async () => {
    const studio = await openStudio();
    const { path } = await share(studio, [(await makeTake(studio)).id], { shown: ALL });
    const { text } = await read(studio, `${path}/data.json`, { "accept-language": "ko" });
    expect(text).toContain("모델");
  });

  it("gives away no key, no id of the studio or the service, no name of a file and no path", async () => {
    const studio = await openStudio();
    const [first, second] = [await makeTake(studio), await makeTake(studio, "another")];
    const both = await share(studio, [first.id, second.id], { shown: ALL });
    const one = await share(studio, [first.id], { shown: { ...ALL, references: false } });
    const secrets = [first, second].flatMap(({ id, reference, output, done }) => [
      id,
      reference,
      output,
      done.requestId,
    ]);
    for (const { path } of [both, one]) {
      const files = addresses(path).filter((address) => !address.endsWith("download=1"));
      for (const answer of await Promise.all(files.map((address) => read(studio, address)))) {
        const all =
          JSON.stringify(answer.headers) + (answer.headers["content-type"]?.includes("video") ? "" : answer.text);
        for (const secret of [KEY, "secret-name", MODEL_ID, both.id, one.id, "/api/", ...secrets]) {
          expect(all).not.toContain(secret);
        }
      }
    }
  });

  it("names the takes of a comparison by letters, in order", async () => {
    const studio = await openStudio();
    const [first, second] = [await makeTake(studio, "first"), await makeTake(studio, "second")];
    const { path } = await share(studio, [second.id, first.id]);
    const { takes } = publicShareSchema.parse(JSON.parse((await read(studio, `${path}/data.json`)).text));
    expect(takes.map(({ letter, texts }) => [letter, texts?.[0]?.value])).toEqual([
      ["A", "second"],
      ["B", "first"],
    ]);
    expect((await read(studio, `${path}/video?take=1`)).status).toBe(200);
    expect((await read(studio, `${path}/video?take=2`)).status).toBe(404);
    expect((await read(studio, `${path}/video?take=-1`)).status).toBe(404);
  });

  it("serves ranges, and copies only after asking", async () => {
    const studio = await openStudio();
    const { path } = await share(studio, [(await makeTake(studio)).id]);
    const whole = await read(studio, `${path}/video`);
    expect([whole.status, whole.headers["cache-control"]]).toEqual([200, "private, no-cache"]);
    const part = await read(studio, `${path}/video`, { range: "bytes=4-7" });
    expect([part.status, part.text]).toEqual([206, "ftyp"]);
    expect((await read(studio, `${path}/video`, { range: "bytes=-5" })).headers["content-length"]).toBe("5");
    expect((await read(studio, `${path}/video`, { range: "bytes=99999999-" })).status).toBe(416);
    expect((await read(studio, `${path}/video`, { "if-none-match": whole.headers.etag ?? "" })).status).toBe(304);
  });

  it("is marked for no search engine, no referrer and no frame at each address", async () => {
    const studio = await openStudio();
    const { path } = await share(studio, [(await makeTake(studio)).id], { shown: ALL });
    for (const address of addresses(path)) {
      const { headers } = await read(studio, address);
      expect(headers).toMatchObject({
        "x-robots-tag": "noindex, nofollow, noarchive",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
      });
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["cache-control"]).toMatch(/^private, no-(cache|store)$/);
    }
  });
});

describe("a link that has ended", () => {
  const isOpen = (status: number) => status === 200 || status === 206;

  /** Every address, plainly and as a player or a cache asks. */
  async function answersOf(studio: Studio, path: string, etag: string) {
    const ways = [{}, { range: "bytes=0-3" }, { "if-none-match": etag }];
    const asked = addresses(path).flatMap((address) => ways.map((headers) => read(studio, address, headers)));
    return Promise.all(asked);
  }

  it.each<[string, (studio: Studio, share: { id: string; jobId: string }) => Promise<unknown>]>([
    ["revoked", (studio, { id }) => studio.call("DELETE", `/api/shares/${id}`)],
    ["expired", async () => vi.setSystemTime(Date.now() + 60 * 60_000)],
    ["deleted with its take", (studio, { jobId }) => studio.call("DELETE", `/api/jobs/${jobId}`)],
  ])("because it is %s answers at every address as one that never was", async (_how, end) => {
    const studio = await openStudio();
    const { id: jobId } = await makeTake(studio);
    const made = await share(studio, [jobId], { shown: ALL, expires: "hour" });
    const before = await answersOf(studio, made.path, '"x"');
    expect(before.filter(({ status }) => !isOpen(status))).toEqual([]);
    expect((await read(studio, `${made.path}/anything/else`)).status).toBe(404);
    const etag = (await read(studio, `${made.path}/video`)).headers.etag ?? "";

    await end(studio, { id: made.id, jobId });
    const unknown = await answersOf(studio, `/s/${"A".repeat(43)}`, etag);
    expect(await answersOf(studio, made.path, etag)).toEqual(unknown);
    expect(new Set(unknown.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(unknown[0]?.status).toBe(404);
  });

  it("answers until the last millisecond before it expires", async () => {
    const studio = await openStudio();
    const { path, expiresAt } = await share(studio, [(await makeTake(studio)).id], { expires: "day" });
    vi.setSystemTime(Date.parse(expiresAt ?? "") - 1);
    expect((await read(studio, `${path}/video`)).status).toBe(200);
    vi.setSystemTime(Date.parse(expiresAt ?? ""));
    expect((await read(studio, `${path}/video`)).status).toBe(404);
  });

  it("takes no other link with it, and is revoked once", async () => {
    const studio = await openStudio();
    const { id } = await makeTake(studio);
    const [first, second] = [await share(studio, [id]), await share(studio, [id])];
    expect((await studio.call("DELETE", `/api/shares/${first.id}`)).status).toBe(204);
    expect((await studio.call("DELETE", `/api/shares/${first.id}`)).status).toBe(404);
    expect((await read(studio, `${second.path}/video`)).status).toBe(200);
  });
});

describe("a link with a password", () => {
  const PASSWORD = "open sesame";

  async function guess(studio: Studio, path: string, password: string, from = "203.0.113.1") {
    const response = await fetch(new URL(`${path}/unlock`, studio.url), {
      method: "POST",
      redirect: "manual",
      headers: { "x-forwarded-for": from },
      body: new URLSearchParams({ password }),
    });
    return {
      status: response.status,
      to: response.headers.get("location"),
      cookie: response.headers.get("set-cookie"),
    };
  }

  it("answers nothing but its page until the password is given, and then to that browser alone", async () => {
    const studio = await openStudio();
    const { id } = await makeTake(studio);
    const { path, url } = await share(studio, [id], { password: PASSWORD, shown: ALL });
    const other = await share(studio, [id], { password: PASSWORD, shown: ALL });
    const unknown = await read(studio, `/s/${"A".repeat(43)}/video`);
    for (const address of addresses(path)) expect(await read(studio, address)).toEqual(unknown);

    expect(await guess(studio, path, "open says me")).toMatchObject({ status: 303, to: `${path}?wrong`, cookie: null });
    const { status, to, cookie } = await guess(studio, path, PASSWORD);
    expect([status, to]).toEqual([303, path]);
    expect(cookie).toMatch(
      new RegExp(`^share_ticket=[\\w-]{43}; Path=${path}; Max-Age=7200; HttpOnly; SameSite=Strict$`),
    );
    expect(url).not.toContain(cookie);
    const ticket = { cookie: cookie?.split(";")[0] ?? "" };
    expect((await read(studio, `${path}/video`, ticket)).status).toBe(200);
    expect((await read(studio, `${other.path}/video`, ticket)).status).toBe(404);
    vi.setSystemTime(Date.now() + 2 * 60 * 60_000);
    expect((await read(studio, `${path}/video`, ticket)).status).toBe(404);
  });

  it("makes a caller wait after five wrong guesses, longer each time, and others not", async () => {
    const studio = await openStudio();
    const { path } = await share(studio, [(await makeTake(studio)).id], { password: PASSWORD });
    for (let n = 0; n < 5; n++) expect((await guess(studio, path, `wrong ${n}`)).to).toBe(`${path}?wrong`);
    expect((await guess(studio, path, PASSWORD)).to).toBe(`${path}?wait=30`);
    expect((await guess(studio, path, PASSWORD, "203.0.113.2")).to).toBe(path);
    vi.setSystemTime(Date.now() + 30_000);
    expect((await guess(studio, path, "wrong again")).to).toBe(`${path}?wrong`);
    expect((await guess(studio, path, PASSWORD)).to).toBe(`${path}?wait=60`);
    vi.setSystemTime(Date.now() + 60_000);
    expect((await guess(studio, path, PASSWORD)).to).toBe(path);
  });

  it("looks at no more than five of many guesses at the same time", async () => {
    const studio = await openStudio();
    const { path } = await share(studio, [(await makeTake(studio)).id], { password: PASSWORD });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(studio, path, `wrong ${n}`)));
    expect(answers.filter(({ to }) => to?.endsWith("wrong")).length).toBe(5);
  });

  it("has no form where there is no such link, or none with a password", async () => {
    const studio = await openStudio();
    const { path } = await share(studio, [(await makeTake(studio)).id]);
    expect((await guess(studio, path, PASSWORD)).status).toBe(404);
    expect((await guess(studio, `/s/${"A".repeat(43)}`, PASSWORD)).status).toBe(404);
  });
});

describe("the list of links", () => {
  it("is read page by page, newest first, with what each shows and whether it still opens", async () => {
    const studio = await openStudio();
    const { id } = await makeTake(studio);
    const made: string[] = [];
    for (const title of ["one", "two", "three"]) {
      made.unshift((await share(studio, [id], { title, expires: title === "one" ? "hour" : "never" })).id);
      vi.setSystemTime(Date.now() + 1_000);
    }
    vi.setSystemTime(Date.now() + 60 * 60_000);
    const first = shareListSchema.parse((await studio.call("GET", "/api/shares?limit=2")).body);
    const rest = await studio.call(
      "GET",
      `/api/shares?${new URLSearchParams({ limit: "2", cursor: first.nextCursor ?? "" })}`,
    );
    const shares = [...first.shares, ...shareListSchema.parse(rest.body).shares];
    expect(shares.map(({ id: shareId }) => shareId)).toEqual(made);
    expect(shares.map(({ state }) => state)).toEqual(["open", "open", "expired"]);
    expect(rest.body.nextCursor).toBeNull();
    await studio.call("DELETE", `/api/jobs/${id}`);
    const after = shareListSchema.parse((await studio.call("GET", "/api/shares")).body);
    expect(after.shares.map(({ state }) => state)).toEqual(["takeGone", "takeGone", "expired"]);
    expect((await studio.call("GET", "/api/shares?cursor=nonsense")).status).toBe(400);
  });

  it("says when a link was last used, and counts the parts of a playback as no view", async () => {
    const studio = await openStudio();
    const { path } = await share(studio, [(await makeTake(studio)).id]);
    const list = async () => shareListSchema.parse((await studio.call("GET", "/api/shares")).body).shares[0];
    expect(await list()).toMatchObject({ views: 0, lastUsedAt: null });
    for (let part = 0; part < 3; part++) await read(studio, `${path}/video`, { range: `bytes=${part}-` });
    await expect.poll(async () => (await list())?.lastUsedAt).toBe(new Date(Date.now()).toISOString());
    expect((await list())?.views).toBe(0);
  });
});
