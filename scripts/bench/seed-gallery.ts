import { createHash } from "node:crypto";
import { toAssetRow } from "@/lib/db/asset-row";
import { outputColumns, rowOf } from "@/lib/db/job-row";
import { openConnection } from "@/lib/db/libsql-connection";
import type { Job, JobStatus } from "@/lib/jobs/job";
import { searchTextOf } from "@/lib/jobs/search-text";
import type { Asset } from "@/lib/storage/asset";

const LATIN = "a slow dolly shot of an old harbour at night rain on neon signs grain 35mm lens soft light fog".split(
  " ",
);
const CJK = "夜の街 を 歩く 狐 눈 속 의 여우 緩慢 推近 的 鏡頭 老 港口 雨 霓虹 燈".split(" ");
const FRAMES = [
  { width: 1280, height: 720 },
  { width: 720, height: 1280 },
  { width: 1024, height: 1024 },
];
const START_MS = Date.UTC(2024, 0, 1);
/** Words that occur in two jobs of all, and in all. */
export const RARE = { latin: "zeppelin", cjk: "飛艇" };
export const COMMON = { latin: "harbour", cjk: "港口" };

/** Writes `count` ended jobs with an output each, by plain inserts into an empty database, one a minute. */
export function seedGallery(path: string, count: number): void {
  const connection = openConnection(path);
  const insert = (table: string) => {
    let run: ((row: object) => void) | undefined;
    return (row: object) => {
      if (!run) {
        const columns = Object.keys(row);
        const statement = connection.prepare(
          `insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
        );
        run = (values) => void statement.run(Object.values(values));
      }
      run(row);
    };
  };
  const [jobs, search, assets, outputs] = ["jobs", "job_search", "assets", "job_outputs"].map(insert);
  connection.pragma("synchronous = OFF");
  connection.pragma("cache_size = -400000");
  connection.prepare("begin").run([]);
  for (let index = 0; index < count; index++) {
    const job = jobAt(index, count);
    const asset = job.status === "succeeded" ? assetOf(job, index) : undefined;
    jobs?.({ ...rowOf(job), ...outputColumns(asset) });
    search?.({ job_id: job.id, text: searchTextOf(job) });
    if (!asset) continue;
    assets?.(toAssetRow(asset));
    outputs?.({ job_id: job.id, position: 0, asset_id: asset.id });
  }
  connection.prepare("commit").run([]);
  connection.pragma("wal_checkpoint(truncate)");
  connection.close();
}

function jobAt(index: number, count: number): Job {
  const status: JobStatus = index % 40 === 0 ? "failed" : index % 97 === 0 ? "cancelled" : "succeeded";
  const createdAtMs = START_MS + index * 60_000;
  return {
    id: idOf(`job ${index}`),
    modelId: `bench/model-${index % 7}/text-to-video`,
    upstream: index % 5 === 0 ? "sandbox" : "runcomfy",
    status,
    input: { prompt: promptAt(index, count), seed: index, duration: "5" },
    payloadHash: idOf(`payload ${index}`),
    ...(FRAMES[index % 3] && { frame: FRAMES[index % 3] }),
    remoteOutputs: [],
    outputAssetIds: [],
    createdAtMs,
    submittedAtMs: createdAtMs + 100,
    startedAtMs: createdAtMs + 2_000,
    finishedAtMs: createdAtMs + 60_000,
    attempts: 0,
    ...(index % 9 === 0 && { rating: 1 + (index % 5) }),
    ...(index % 50 === 0 && { favourite: true }),
  };
}

/** About 200 characters in two scripts; two of all hold the rare words. */
function promptAt(index: number, count: number): string {
  const words = Array.from({ length: 40 }, (_, place) => {
    const list = place % 3 === 2 ? CJK : LATIN;
    return list[(index * 31 + place * place * 7 + place) % list.length];
  });
  const isRare = index === Math.floor(count / 3) || index === Math.floor(count / 2);
  return [...words, ...Object.values(COMMON), ...(isRare ? Object.values(RARE) : [])].join(" ");
}

function assetOf(job: Job, index: number): Asset {
  const id = idOf(`asset ${index}`);
  return {
    id,
    kind: index % 60 === 1 ? "image" : "video",
    origin: "output",
    mediaType: "video/mp4",
    bytes: 2_000_000,
    sha256: createHash("sha256").update(id).digest("hex"),
    ...job.frame,
    durationMs: 2_000 + (index % 11) * 1_000,
    frameCount: 120,
    fileKey: `${id.slice(0, 2)}/${id}.mp4`,
    posterKey: `${id.slice(0, 2)}/${id}.webp`,
    createdAtMs: job.createdAtMs,
  };
}

function idOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
