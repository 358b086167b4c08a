import { createHmac, timingSafeEqual } from "node:crypto";

/** Long enough for a job that waits in a queue for hours before its references are fetched. */
const VALID_MS = 24 * 60 * 60_000;

/** Addresses of single files for somebody who cannot sign in: the service that fetches references. */
export type FileTickets = {
  /** The parameters to add to the file's address. */
  sign(assetId: string): URLSearchParams;
  isGood(assetId: string, parameters: URLSearchParams): boolean;
};

/** `secret`: the same after a restart, so that what is under way goes on. */
export function createFileTickets({ secret, now }: { secret: string; now: () => number }): FileTickets {
  const signatureOf = (assetId: string, until: string) =>
    createHmac("sha256", secret).update(`file ${assetId} ${until}`).digest();
  return {
    sign(assetId) {
      const until = String(now() + VALID_MS);
      return new URLSearchParams({ until, ticket: signatureOf(assetId, until).toString("base64url") });
    },
    isGood(assetId, parameters) {
      const until = parameters.get("until") ?? "";
      const given = Buffer.from(parameters.get("ticket") ?? "", "base64url");
      const expected = signatureOf(assetId, until);
      return given.length === expected.length && timingSafeEqual(given, expected) && Number(until) > now();
    },
  };
}
