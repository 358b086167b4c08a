import { describe, expect, it } from "vitest";
import { BackupError } from "@/lib/backup/manifest";
import { explained } from "./backup-fault";

const PLACE = { folder: "/tapes", isOwn: (path: string) => path.startsWith("/tapes/b.tar.partial") };
const failure = (code: string, path?: string) => Object.assign(new Error("raw words"), { code, ...(path && { path }) });

describe("a failure is told", () => {
  it.each([
    ["ENOSPC", undefined, "The disk of /tapes is full"],
    ["ENOENT", "/tapes/b.tar.partial", "There is no folder /tapes."],
    ["ENOENT", "/data/files/ab/c.mp4", "/data/files/ab/c.mp4 is not there any more."],
    ["EACCES", "/tapes/b.tar.partial", "This user may not write in /tapes."],
    ["EROFS", undefined, "This user may not write in /tapes."],
    ["EACCES", "/data/files/ab/c.mp4", "This user may not use /data/files/ab/c.mp4."],
    ["EPERM", "/tapes/studio.db", "This user may not use /tapes/studio.db."],
    ["EEXIST", "/tapes", "/tapes is a file."],
    ["EEXIST", "/tapes/studio.db.partial", "Another restore is filling /tapes."],
    ["SQLITE_CANTOPEN", undefined, "This user may not use studio.db with the files beside it."],
    ["SQLITE_BUSY_RECOVERY", undefined, "Another program has the database locked."],
    ["SQLITE_NOTADB", undefined, "The database cannot be read (raw words)."],
  ])("%s at %s", (code, path, words) => {
    const told = explained(failure(code, path), PLACE);
    expect(told).toBeInstanceOf(BackupError);
    expect(told).toMatchObject({ message: expect.stringContaining(words) });
  });

  it("as it is where nobody has words for it", () => {
    const odd = failure("EMFILE", "/data/x");
    expect(explained(odd, PLACE)).toBe(odd);
  });
});
