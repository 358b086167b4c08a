import { describe, expect, it } from "vitest";
import { EDGES, HOSTILE_FILES } from "@/tests/support/hostile/files/all";
import { DOCUMENTS } from "@/tests/support/hostile/files/documents";
import { film } from "@/tests/support/hostile/files/films";
import type { HostileFile } from "@/tests/support/hostile/files/hostile-file";
import { MEDIA } from "@/tests/support/hostile/files/media";
import { PICTURES } from "@/tests/support/hostile/files/pictures";
import { send } from "@/tests/support/hostile/send";
import { openUploadStudio } from "@/tests/support/hostile/upload-studio";

const CODES = { 413: "tooLarge", 415: "unsupportedType", 422: "unreadableFile" };
const AT_ONCE = 4;

type Row = { title: string; why: string; status: number; code: string | undefined };

async function answersTo(url: URL, files: readonly HostileFile[], as: "body" | "form"): Promise<Row[]> {
  const rows: Row[] = [];
  const waiting = [...files.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, { title, why, make, ...named }] = next;
      const { status, code } = await send(url, { content: await make(), ...named }, as);
      rows[place] = { title, why, status, code };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return rows;
}

const refusals = (files: readonly HostileFile[]): Row[] =>
  files.map(({ title, why, status }) => ({ title, why, status, code: CODES[status] }));

it(`knows ${HOSTILE_FILES.length} hostile files, each another one, at least 60`, () => {
  expect(new Set(HOSTILE_FILES.map(({ title }) => title)).size).toBe(HOSTILE_FILES.length);
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(60);
});

describe("a hostile file is refused for what it is, and nothing of it is kept", () => {
  it.each([
    ["documents", DOCUMENTS],
    ["pictures", PICTURES],
    ["films and sounds", MEDIA],
    ["nothing and too much", EDGES],
  ])("of all %s, as a body and in a form", async (_, files) => {
    const { url, kept } = await openUploadStudio();
    expect(await answersTo(url, files, "body")).toEqual(refusals(files));
    expect(await answersTo(url, files, "form")).toEqual(refusals(files));
    expect(await kept()).toEqual({ rows: 0, files: [] });
  });

  it("where the film that they are made of is taken", async () => {
    const { url, kept } = await openUploadStudio();
    expect(await send(url, { content: film() }, "body")).toMatchObject({ status: 201 });
    expect((await kept()).rows).toBe(1);
  });
});
