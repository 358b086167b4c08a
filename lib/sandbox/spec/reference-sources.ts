/** Where the files of a composition are found. */
export type ReferenceSources = {
  /** Undefined where there is no such asset. */
  readAsset(id: string): Promise<Uint8Array | undefined>;
  /** A picture that ships with the studio, by its bare name. */
  readSample(name: string): Promise<Uint8Array | undefined>;
  /** GET of an address from outside, within the limits. @throws Error for everything but a whole file */
  fetchReference(
    url: string,
    limits: { maxBytes: number; timeoutMs: number; signal: AbortSignal },
  ): Promise<Uint8Array>;
};
