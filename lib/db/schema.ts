import type { Generated } from "kysely";

/** Rows as both SQLite and PostgreSQL hold them: times are integer milliseconds, JSON is text, absent is null. */
export type JobRow = {
  id: string;
  owner_id: string;
  model_id: string;
  upstream: string;
  status: string;
  status_detail: string | null;
  queue_position: number | null;
  input: string;
  client_request_id: string | null;
  payload_hash: string;
  request_id: string | null;
  error: string | null;
  frame_width: number | null;
  frame_height: number | null;
  remote_outputs: string;
  created_at: number;
  submitted_at: number | null;
  started_at: number | null;
  finished_at: number | null;
  last_checked_at: number | null;
  next_check_at: number | null;
  attempts: number;
  lease_owner: string | null;
  lease_until: number | null;
  deleted_at: number | null;
  group_id: string | null;
  /** From 0. */
  group_place: number | null;
  /** 0 for none. */
  rating: number;
  /** 0 or 1. */
  favourite: number;
  note: string | null;
  /** Of the first output: its kind, its shape (before that of the expected frame) and its length. */
  output_kind: string | null;
  shape: string | null;
  length_ms: number;
  /** As the service told it. */
  cost_micros: number | null;
  model_version: string | null;
};
/** The database fills in what a new row does not name. */
type JobTable = Omit<JobRow, HasDefault> & { [K in HasDefault]: Generated<JobRow[K]> };
type HasDefault = "rating" | "favourite" | "length_ms";
/** `axes` is JSON. */
export type JobGroupRow = {
  id: string;
  owner_id: string;
  model_id: string;
  upstream: string;
  axes: string;
  client_request_id: string | null;
  payload_hash: string;
  created_at: number;
};
/** Narrow side table for search: NFKC, lower case. */
export type JobSearchRow = { job_id: string; text: string };
export type JobOutputRow = { job_id: string; position: number; asset_id: string };
export type AssetRow = {
  id: string;
  owner_id: string;
  kind: string;
  origin: string;
  media_type: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  duration_ms: number | null;
  frame_count: number | null;
  name: string | null;
  file_key: string;
  poster_key: string | null;
  /** JSON: the key of the file and its geometry. */
  sprite: string | null;
  /** Of an upload that is a frame of a take: which one, and where in it. */
  from_job_id: string | null;
  from_at_ms: number | null;
  /** Of the poster and the sprite together. */
  picture_bytes: number | null;
  created_at: number;
};
/** What a job's prompt is: `content` is its SHA-256, hex, or empty; `search` as in `job_search`. */
export type JobPromptRow = { job_id: string; content: string; text: string; search: string; used_at: number };
export type SnippetRow = {
  id: string;
  owner_id: string;
  name: string;
  text: string;
  created_at: number;
  updated_at: number;
};
/** `job_ids` and `shown` are JSON. */
export type ShareRow = {
  id: string;
  owner_id: string;
  token_hash: string;
  job_ids: string;
  title: string | null;
  shown: string;
  password: string | null;
  created_at: number;
  expires_at: number | null;
  views: number;
  last_used_at: number | null;
};
export type ShareTicketRow = { ticket_hash: string; share_id: string; valid_until: number };
export type ShareGuessRow = { share_id: string; who: string; count: number; last_at: number };
/** What a job came from, as its sender told it. */
export type JobParentRow = { job_id: string; parent_id: string; how: string };
/** The assets that a job's input names. */
export type JobReferenceRow = { job_id: string; asset_id: string };
export type CollectionRow = {
  id: string;
  owner_id: string;
  name: string;
  cover_job_id: string | null;
  made_at: number;
  changed_at: number;
};
/** Also jobs in the trash, which come back to their places. */
export type CollectionJobRow = { collection_id: string; job_id: string; place: number };
/** `password_hash`: of the studio's password, as it was at the last start. */
type UserRow = { id: string; name: string; created_at: number; password_hash: string | null };
export type SessionRow = { id: string; owner_id: string; agent: string; created_at: number; last_used_at: number };
/** Every word that the cookie of a session has held. */
export type SessionWordRow = {
  word_hash: string;
  session_id: string;
  given_at: number;
  used_at: number | null;
  replaced_at: number | null;
};
export type ApiTokenRow = {
  id: string;
  owner_id: string;
  token_hash: string;
  name: string;
  scope: string;
  created_at: number;
  last_used_at: number | null;
};
type SignInGuessRow = { who: string; count: number; last_at: number };
/** What a job costs or may cost: `state` is reserved, settled or released; `is_known` 0 or 1. Outlives the job. */
export type SpendingRow = {
  job_id: string;
  owner_id: string;
  model_id: string;
  upstream: string;
  state: string;
  reserved_micros: number;
  is_known: number;
  actual_micros: number | null;
  at: number;
};
/** Files whose rows are gone. */
export type FileToRemoveRow = { file_key: string };
/** What has been done to the structure; `checksum` is SHA-256 of the statements, hex. */
export type MigrationRow = { name: string; checksum: string; applied_at: number };

/** `model` and `kinds` are JSON: as it was found, and what somebody says of it. */
export type AddedModelRow = { id: string; model: string; kinds: string; added_at: number; updated_at: number };
/** `categories`, `price` and `source` are JSON; `words` is what a search looks in. */
export type CatalogEntryRow = {
  id: string;
  /** 0 while its reading is under way, then 1. */
  listed: number;
  name: string;
  summary: string;
  kind: string;
  categories: string;
  price: string | null;
  words: string;
  source: string;
};
export type Database = {
  jobs: JobTable;
  job_groups: JobGroupRow;
  job_search: JobSearchRow;
  job_outputs: JobOutputRow;
  assets: AssetRow;
  job_prompts: JobPromptRow;
  snippets: SnippetRow;
  shares: ShareRow;
  share_tickets: ShareTicketRow;
  share_guesses: ShareGuessRow;
  job_parents: JobParentRow;
  job_references: JobReferenceRow;
  collections: CollectionRow;
  collection_jobs: CollectionJobRow;
  users: UserRow;
  sessions: SessionRow;
  session_words: SessionWordRow;
  api_tokens: ApiTokenRow;
  sign_in_guesses: SignInGuessRow;
  spending: SpendingRow;
  spending_turn: { id: number; taken: number };
  files_to_remove: FileToRemoveRow;
  added_models: AddedModelRow;
  catalog_entries: CatalogEntryRow;
  model_versions: { version: string; model_id: string; model: string };
  catalog_state: { id: number; state: string };
  migrations: MigrationRow;
};
