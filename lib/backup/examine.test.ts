import { describe, expect, it } from "vitest";
import { type AssetFacts, type Examined, examine } from "./examine";
import { CARE, explain, type Finding } from "./findings";

const NOW_MS = Date.UTC(2026, 0, 10);
const HOUR_MS = 60 * 60_000;
const video: AssetFacts = {
  id: "a",
  fileKey: "aa/video.mp4",
  bytes: 10,
  sha256: "0",
  posterKey: "aa/poster.webp",
  spriteKey: "aa/sprite.webp",
  jobId: "job-1",
  isUnnamed: false,
};
const disk = (key: string, ageHours = 0, bytes = 10) => ({ key, bytes, changedAtMs: NOW_MS - ageHours * HOUR_MS });
const whole: Examined = {
  assets: [video],
  keysToRemove: [],
  leases: [],
  disk: ["aa/video.mp4", "aa/poster.webp", "aa/sprite.webp"].map((key) => disk(key, 99)),
  leftovers: [],
};
const found = (over: Partial<Examined>) =>
  examine({ ...whole, ...over }, { nowMs: NOW_MS, isAlive: (owner) => owner === "alive" });
const lease = (owner: string, minutes: number) => ({ jobId: "job-1", owner, untilMs: NOW_MS + minutes * 60_000 });
const without = (key: string) => whole.disk.filter((file) => file.key !== key);

describe("examine", () => {
  it.each<[string, Partial<Examined>, Partial<Finding>[]]>([
    ["nothing where all is well", {}, []],
    ["a file that is gone", { disk: without("aa/video.mp4") }, [{ kind: "missingFile", jobId: "job-1" }]],
    [
      "a file of another size",
      { disk: [...without("aa/video.mp4"), disk("aa/video.mp4", 9, 9)] },
      [{ kind: "changedFile", how: "size" }],
    ],
    ["a poster that is gone", { disk: without("aa/poster.webp") }, [{ kind: "missingPicture", picture: "poster" }]],
    ["a sprite that is gone", { disk: without("aa/sprite.webp") }, [{ kind: "missingPicture", picture: "sprite" }]],
    ["an output whose take is gone", { assets: [{ ...video, isUnnamed: true }] }, [{ kind: "unnamedAsset" }]],
    ["no upload on its way", { disk: [...whole.disk, disk("bb/new.mp4", 0.9)] }, []],
    ["an orphan", { disk: [...whole.disk, disk("bb/x.mp4", 2)] }, [{ kind: "orphan", movable: false }]],
    [
      "an orphan older than a day",
      { disk: [...whole.disk, disk("bb/x.mp4", 25)] },
      [{ kind: "orphan", movable: true }],
    ],
    ["no file that is about to be removed", { disk: [...whole.disk, disk("b/x", 99)], keysToRemove: ["b/x"] }, []],
    ["half a file", { leftovers: ["files/tmp/1-a"] }, [{ kind: "leftover" }]],
    ["no lease that is held", { leases: [lease("alive", 1), lease("alive", -1)] }, []],
    ["a lease of a process that is gone", { leases: [lease("gone", 1)] }, [{ kind: "stuckLease", reason: "over" }]],
    ["a lease that is long over", { leases: [lease("alive", -6)] }, [{ kind: "stuckLease", reason: "over" }]],
    ["a lease of another day", { leases: [lease("alive", 1_440)] }, [{ kind: "stuckLease", reason: "farAhead" }]],
  ])("finds %s", (_, over, expected) => {
    const findings = found(over);
    expect(findings).toHaveLength(expected.length);
    expect(findings).toMatchObject(expected);
  });
});

describe("explain", () => {
  const findings: Finding[] = [
    { kind: "damagedDatabase", reason: "page 3" },
    { kind: "otherSchema", name: "999-future" },
    { kind: "brokenReference", table: "job_outputs", parent: "jobs", count: 2 },
    { kind: "missingFile", path: "files/aa/a.mp4", assetId: "a", jobId: "job-1" },
    { kind: "changedFile", path: "files/aa/a.mp4", assetId: "a", how: "content" },
    { kind: "missingPicture", picture: "poster", path: "files/aa/p.webp", assetId: "a" },
    { kind: "unnamedAsset", assetId: "a", path: "files/aa/a.mp4" },
    { kind: "orphan", path: "files/bb/x.mp4", bytes: 1, movable: true },
    { kind: "orphan", path: "files/bb/x.mp4", bytes: 1, movable: false },
    { kind: "leftover", path: "files/tmp/1-a" },
    { kind: "stuckLease", jobId: "job-1", reason: "over" },
    { kind: "stuckLease", jobId: "job-1", reason: "farAhead" },
  ];

  it.each(findings.map((finding) => [finding.kind, finding] as const))(
    "says where %s is and what to do",
    (kind, finding) => {
      const text = explain(finding);
      const facts = Object.values(finding).filter((fact) => typeof fact === "string" && /[/\d]/.test(fact));
      expect(facts.some((fact) => text.includes(String(fact))) || kind === "brokenReference").toBe(true);
      expect(text).toMatch(CARE[kind] === "repair" ? /--repair|look again/ : /[Rr]estore|[Cc]op(y|ied)|update/);
    },
  );
});
