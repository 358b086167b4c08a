import { createHmac, timingSafeEqual } from "node:crypto";

/** Browsers that have signed in once. Guesses of others cannot make them wait. */
export type KnownBrowsers = {
  /** What the browser of this id keeps. */
  wordOf(id: string): string;
  /** The id in a word that was given here; undefined for any other. */
  idIn(word: string | undefined): string | undefined;
};

/** `secret` follows from the password: with another one, no browser is known any more. */
export function createKnownBrowsers(secret: () => string): KnownBrowsers {
  const signatureOf = (id: string) => createHmac("sha256", secret()).update(`browser ${id}`).digest();
  return {
    wordOf: (id) => `${id}.${signatureOf(id).toString("base64url")}`,
    idIn(word) {
      const [id = "", signature = ""] = word?.split(".") ?? [];
      if (id === "" || signature === "") return undefined;
      const given = Buffer.from(signature, "base64url");
      const expected = signatureOf(id);
      return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
    },
  };
}
