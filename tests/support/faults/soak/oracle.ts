import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Libsql from "libsql";
import type { Ledger } from "@/tests/support/upstream/ledger";
import type { Memory } from "./memory";

type Row = {
  id: string;
  status: string;
  prompt: string;
  requestId: string | null;
  owner: string | null;
  /** What the ledger of money says of it. */
  money: string | null;
  outputs: number;
};

export const ENDED = ["succeeded", "failed", "cancelled", "unconfirmed", "lost"];
/** Only of these is it not known whether the service has them. */
const WITHOUT_REQUEST = ["waiting", "submitting", "unconfirmed", "cancelled", "failed"];

/** Every job that stands in the data folder, also those in the trash. */
export function readJobs(dataDir: string): Row[] {
  const database = new Libsql(join(dataDir, "studio.db"));
  try {
    database.pragma("query_only = ON");
    const columns = "id, status, json_extract(input, '$.prompt') as prompt, request_id as requestId";
    const outputs = "(select count(*) from job_outputs where job_id = jobs.id) as outputs";
    const owner = "case when next_check_at is null then null else lease_owner end as owner";
    const money = "(select state from spending where job_id = jobs.id) as money";
    return database.prepare(`select ${columns}, ${owner}, ${outputs}, ${money} from jobs`).all() as Row[];
  } finally {
    database.close();
  }
}

/** What may never be, at no moment, whatever has ended the studio: compared with what the service has accepted. */
export function compareWithLedger(
  jobs: readonly Row[],
  { ledger, memory }: { ledger: Ledger; memory: Memory },
): string[] {
  const problems: string[] = [];
  const rows = groupBy(jobs, (job) => job.prompt);
  const accepted = groupBy(ledger.submits, (submit) => String(Object(submit.input).prompt));
  for (const [prompt, submits] of accepted) {
    const [job, ...more] = rows.get(prompt) ?? [];
    if (submits.length > 1) problems.push(`${prompt} was sent ${submits.length} times`);
    if (more.length > 0) problems.push(`${prompt} has ${more.length + 1} jobs`);
    if (!job && !memory.purged.has(prompt)) problems.push(`${prompt} was sent and is no job`);
    if (job?.status === "waiting") problems.push(`${prompt} was sent and would be sent again`);
  }
  for (const prompt of memory.promised) {
    if (!memory.purged.has(prompt) && rows.get(prompt)?.length !== 1)
      problems.push(`${prompt} was promised and is lost`);
  }
  for (const { prompt, status, requestId, outputs, money } of jobs) {
    const known = accepted.get(prompt)?.some((submit) => submit.requestId === requestId) ?? false;
    if (requestId === null ? !WITHOUT_REQUEST.includes(status) : !known)
      problems.push(`${prompt} has another's request`);
    const isAccepted = accepted.has(prompt);
    if (money === "released" && isAccepted) problems.push(`${prompt} was paid, and its money is released`);
    if (money === "reserved" && !isAccepted && ["failed", "cancelled"].includes(status)) {
      problems.push(`${prompt} was never sent, and its money is still reserved`);
    }
    if ((status === "succeeded") !== (outputs === 1)) problems.push(`${prompt} is ${status} with ${outputs} outputs`);
  }
  return problems;
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** What a start has to have put right: nothing is held by, and nothing half-written is left of, an earlier process. */
export function lookForRemains(dataDir: string, jobs: readonly Row[], pid: number): string[] {
  const held = jobs.filter(({ owner }) => owner !== null && owner.split(" ")[1] !== String(pid));
  const temporary = temporaryFiles(dataDir).filter((name) => !name.startsWith(`${pid}-`));
  return [
    ...held.map(({ prompt, owner }) => `${prompt} is held by ${owner}, which has ended`),
    ...temporary.map((name) => `${name} is left of a process that has ended`),
  ];
}

/** What may no longer be when everything has ended and nothing runs. */
export function lookForLoose(dataDir: string, jobs: readonly Row[]): string[] {
  const open = jobs.filter(({ status }) => !ENDED.includes(status));
  return [
    ...open.map(({ prompt, status }) => `${prompt} has not ended: ${status}`),
    ...jobs.filter(({ status }) => status === "lost").map(({ prompt }) => `${prompt} is lost`),
    ...temporaryFiles(dataDir).map((name) => `${name} is left`),
  ];
}

/** Uploads that were promised, and of which the row or the file is not there. */
export function lookForUploads(dataDir: string, promised: ReadonlySet<string>): string[] {
  const database = new Libsql(join(dataDir, "studio.db"));
  try {
    database.pragma("query_only = ON");
    const rows = database.prepare("select id, file_key from assets").all() as { id: string; file_key: string }[];
    const kept = new Set(rows.flatMap((row) => (existsSync(join(dataDir, "files", row.file_key)) ? [row.id] : [])));
    return [...promised].filter((id) => !kept.has(id)).map((id) => `the upload ${id} was promised and is lost`);
  } finally {
    database.close();
  }
}

function temporaryFiles(dataDir: string): string[] {
  return readdirSync(join(dataDir, "files/tmp"));
}
