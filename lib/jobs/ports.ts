import type { JsonObject } from "@/lib/json";
import type { MediaKind } from "@/lib/schema/field";
import type { Spend } from "@/lib/spending/budget";
import type { Asset } from "@/lib/storage/asset";
import type { ArchiveFailure, JobPatch } from "./event";
import type { JobGroup } from "./group";
import type { Job, JobStatus, ParentLink, RemoteOutput, UpstreamName } from "./job";
import type { Shape } from "./shape";
import type { Upstream } from "./upstream";

/** A job as it is shown: with the files that it made, in the service's order. */
export type JobView = { job: Job; outputs: Asset[] };

/** A worker's right to advance a job; it ends by itself, so that a dead worker holds nothing for ever. */
export type Lease = { owner: string; untilMs: number };

/** The state that a write expects to find; it changes nothing where another writer was faster. */
export type Expected = {
  status: JobStatus;
  /** Given by a worker: the write also gives back the lease, and fails where another one holds it. */
  owner?: string;
};

export type ClaimOptions = Lease & { nowMs: number; limit: number };

/** `collection`: the order that the user gave it. Jobs that are alike in `rating` and `longest` come newest first. */
export type JobSort = "newest" | "oldest" | "rating" | "longest" | "collection";

export type JobListQuery = {
  limit: number;
  /** The last row of the page before. */
  after?: JobPlace;
  /** Newest first unless told; `collection` needs a `collectionId`. */
  sort?: JobSort;
  statuses?: readonly JobStatus[];
  modelId?: string;
  /** Words that all occur in the texts of the input or the id of the model, as `searchWords` gives them. */
  words?: readonly string[];
  ids?: readonly string[];
  groupId?: string;
  collectionId?: string;
  upstream?: UpstreamName;
  minRating?: number;
  favourite?: true;
  /** Made at or after the one and before the other. */
  fromMs?: number;
  toMs?: number;
  shape?: Shape;
  /** Of the first output. */
  kind?: MediaKind;
};
/** A place in a list. `key` is what the sort compares before the age, where it does. */
export type JobPlace = { key?: number; createdAtMs: number; id: string };
export type ListedJob = JobView & { key?: number };

/** A group and those of its jobs that are not deleted, in the order of sending. */
export type GroupView = { group: JobGroup; jobs: { id: string; status: JobStatus }[] };

export type GroupParentLink = ParentLink & { place?: number | undefined };

/** What a request with an id of its own makes. */
export type RequestKind = "job" | "group";

/** Groups of jobs at rest. */
export interface GroupStore {
  /**
   * Stores a new group with its jobs, held by nobody, in one transaction. Where its `clientRequestId` is taken nothing is stored
   * and the group that has it is given. `parents` as in `JobStore.insert`; one with a `place` counts for the job there alone.
   * @throws AppError `spendingCap` where `spend` does not fit as a whole
   */
  insertGroup(
    group: JobGroup,
    jobs: readonly Job[],
    parents?: readonly GroupParentLink[],
    spend?: Spend,
  ): Promise<{ kind: "stored" } | { kind: "taken"; group: JobGroup }>;
  viewGroup(id: string): Promise<GroupView | undefined>;
  groupOfRequest(clientRequestId: string): Promise<JobGroup | undefined>;
  /** Whether one of this kind has this id of a request, also a deleted one: a job and a group may have the same. */
  isKnownRequest(clientRequestId: string, kind: RequestKind): Promise<boolean>;
  /** Applies `patch` to every waiting job of a group in one statement, and says how many there were. */
  updateWaitingOfGroup(id: string, patch: JobPatch): Promise<number>;
}

/** Jobs at rest. Every write is one durable statement or one transaction; deleted jobs are invisible. */
export interface JobStore extends GroupStore {
  /**
   * Stores a new job, held by `lease`, where one more may wait (else AppError `tooMany`). Where its `clientRequestId` is taken nothing is stored and the job that has it is given,
   * also when it is deleted. Of `parents` those are kept that are there, deleted or not. What the job may cost is set
   * aside in the same transaction; the writes that end it settle that.
   * @throws AppError `spendingCap` where `spend` does not fit; nothing is stored
   */
  insert(
    job: Job,
    lease: Lease,
    parents?: readonly ParentLink[],
    spend?: Spend,
  ): Promise<{ kind: "stored" } | { kind: "taken"; job: Job }>;
  get(id: string): Promise<Job | undefined>;
  /** The job that was made under this id, also where it is deleted. */
  jobOfRequest(clientRequestId: string): Promise<Job | undefined>;
  view(id: string): Promise<JobView | undefined>;
  list(query: JobListQuery): Promise<ListedJob[]>;
  /** Compare and set: false, and nothing changed, where the job is not as `expected`. */
  update(id: string, patch: JobPatch, expected: Expected): Promise<boolean>;
  /**
   * The transaction right before the POST: applies `patch` to a waiting job that `owner` holds, and keeps its lease until `untilMs`, if
   * fewer than `maxInFlight` jobs are in flight at its upstream and no older one waits there that could be sent. What
   * the job may cost is of the day on which it is sent.
   */
  beginSubmit(job: Job, patch: JobPatch, limit: Lease & { maxInFlight: number; nowMs: number }): Promise<boolean>;
  /** One transaction: the outputs, behind those that the job has, and `patch`. False, and nothing stored, where the job is not as `expected`. */
  storeOutputs(id: string, outputs: readonly Asset[], patch: JobPatch, expected: Expected): Promise<boolean>;

  /** Leases jobs of `statuses` at `upstreams` that are due and that nobody holds, longest due first. */
  claimDue(
    which: { statuses: readonly JobStatus[]; upstreams: readonly UpstreamName[] },
    claim: ClaimOptions,
  ): Promise<Job[]>;
  /** Leases waiting jobs that are due, oldest first; of a group the first one, once all before it are answered. */
  claimWaiting(upstream: UpstreamName, claim: ClaimOptions): Promise<Job[]>;
  /** False where the lease is no longer `owner`'s. */
  renewLease(id: string, lease: Lease): Promise<boolean>;
  leaseOwners(): Promise<string[]>;
  /** Frees what dead workers hold, and makes it due now. */
  dropLeases(owners: readonly string[], nowMs: number): Promise<void>;

  countInFlight(upstream: UpstreamName): Promise<number>;
  /** Those in flight, and those whose result is being fetched. */
  countResultsToCome(upstream: UpstreamName): Promise<number>;
  countWaiting(upstream: UpstreamName): Promise<number>;
  /** When the first job of each status and upstream can be claimed; those that wait for another of their group do not count. */
  nextDue(): Promise<{ status: JobStatus; upstream: UpstreamName; atMs: number }[]>;
  /** How long the last successful jobs of these models ran at these upstreams, in milliseconds; newest first. */
  recentRunTimes(of: readonly { modelId: string; upstream: UpstreamName }[]): Promise<RunTime[]>;
}
export type RunTime = { modelId: string; upstream: UpstreamName; ranMs: number };

/** One service that can make jobs, and how a stored input reaches it. */
export type UpstreamLink = {
  api: Upstream;
  /** The input as it is sent: every `asset:<id>` replaced by something that the service can read. */
  deliver(input: JsonObject): Promise<Delivered>;
};
export type Delivered = { ok: true; input: JsonObject } | { ok: false; field?: string; message: string };
/** The services that are configured; a job of another one stays as it is. */
export type UpstreamLinks = Partial<Record<UpstreamName, UpstreamLink>>;

/** How an output comes from upstream into the file store. */
export interface OutputFiles {
  /**
   * Fetches the whole output into a temporary file and returns its path.
   * @throws ArchiveError, leaving no file
   */
  download(output: RemoteOutput, upstream: UpstreamName): Promise<string>;
  /**
   * Checks a downloaded file, measures it, and moves it into the store durably; its row is the caller's. Media that cannot be read are
   * kept unmeasured where it is the last try for that reason. The file at `path` is gone afterwards in any case.
   * @throws ArchiveError, leaving no file
   */
  place(path: string, output: RemoteOutput, isLastTry: (reason: ArchiveFailure) => boolean): Promise<Asset>;
  /** Removes a placed file that no row names. */
  discard(asset: Asset): Promise<void>;
}
