import type { FieldIssue } from "./schema/field";

/** Every way a request to the studio can fail. Wording and HTTP status are decided in `lib/server/problem`. */
export type ErrorCode =
  | "invalidRequest"
  /** Under a name that is not the studio's. */
  | "wrongHost"
  | "otherSite"
  /** Through a proxy or tunnel to a studio where nobody signs in. */
  | "passwordMissing"
  | "signInNeeded"
  /** Signed in, by something that does not allow this. */
  | "notAllowed"
  | "invalidInput"
  | "notFound"
  | "conflict"
  /** A text that tells of no model that can be used. */
  | "notAModel"
  | "tooLarge"
  | "unsupportedType"
  | "unreadableFile"
  | "rangeNotSatisfiable"
  /** More than one client may do in a while, or than may wait here; `retryAfterS` says when again. */
  | "tooMany"
  | "storageFull"
  /** Not for the result of what would be sent, so that nothing is. */
  | "noRoom"
  /** As much is stored as the studio was told to store at most. */
  | "quotaFull"
  /** What it may cost does not fit under a cap any more. */
  | "spendingCap"
  /** The data folder was moved or deleted while the studio runs. */
  | "folderGone"
  /** Another program has the database locked; `retryAfterS` says when again. */
  | "databaseBusy"
  | "databaseDamaged"
  /** The studio was told to end: what came before is finished, nothing new is taken. */
  | "stopping"
  /** This user may no longer write to the data folder. */
  | "notWritable"
  | "internal";

/** What is wrong with one member of a request: a value of a model's field, or what is asked of a link. */
export type RequestIssue = Omit<FieldIssue, "code"> & {
  code: FieldIssue["code"] | "tooShort" | "momentPassed" | "namedTwice" | "takeNotDone" | "notAModelId";
};

/** A failure that is told to the caller. It carries facts, never wording; `facts` must be free of secrets. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly issues: readonly RequestIssue[];

  constructor(
    code: ErrorCode,
    facts: Readonly<Record<string, string | number>> = {},
    options: { issues?: readonly RequestIssue[]; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.facts = facts;
    this.issues = options.issues ?? [];
  }
}
