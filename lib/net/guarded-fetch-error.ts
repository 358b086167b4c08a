export type GuardedFetchErrorCode =
  /** Not an address, not https, or with credentials in it. */
  | "badAddress"
  /** A host that the allow-list does not have. */
  | "hostNotAllowed"
  /** It leads to this machine or into a private network. */
  | "notPublic"
  | "tooManyRedirects"
  | "tooLarge"
  | "timedOut"
  /** Not found, refused, reset, broken off. */
  | "unreachable";

/** Why an address could not be fetched. It names the host at most: paths and queries may hold signatures. */
export class GuardedFetchError extends Error {
  override readonly name = "GuardedFetchError";
  readonly code: GuardedFetchErrorCode;

  constructor(code: GuardedFetchErrorCode, host: string, cause?: unknown) {
    super(host === "" ? code : `${code}: ${host}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
