import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Ledger } from "./upstream/ledger";

/** A key that stands nowhere else, so that wherever it is found it has come from the settings. */
export const MARKER_KEY = "marker-4f1c9be27d-of-the-key";
/** Settings that may be in nothing that a studio says or keeps. */
const SECRET_SETTINGS = ["RUNCOMFY_API_KEY", "STUDIO_PASSWORD", "PROXY_SECRET"];
/** Shorter ones could be found by chance. */
const MIN_LENGTH = 10;
/** Their bytes are not words; what stands in their metadata has tests of its own. */
const MEDIA = new Set([".mp4", ".webm", ".mov", ".webp", ".png", ".jpg", ".jpeg", ".gif", ".mp3", ".wav"]);

/** The service's list of models and the account's balance, which it shows to whoever has a key. */
const WITH_KEY = ["/v1/models?", "/prod/v2/balance"];

export type Secrets = {
  /** In no answer, no line of the log and no file. */
  settings: string[];
  /** Words of sessions, tokens and links that were given out: in no line of the log, no file and no file's name. */
  words: Set<string>;
};

const byOrigin = new Map<string, Secrets>();

/** Notes what a studio was started with. @throws Error for a secret that cannot be looked for */
export function confine(url: string, env: Record<string, string>): Secrets {
  const settings = SECRET_SETTINGS.flatMap((name) => env[name] || []);
  if (settings.some(({ length }) => length < MIN_LENGTH)) throw new Error("A secret is too short to be looked for.");
  const secrets = { settings, words: new Set<string>() };
  byOrigin.set(new URL(url).origin, secrets);
  return secrets;
}

/** Of the studio at this address; undefined for one that this process did not start. */
export function secretsAt(url: string): Secrets | undefined {
  return URL.canParse(url) ? byOrigin.get(new URL(url).origin) : undefined;
}

/** @throws Error naming every place where a secret of an ended studio stands */
export async function findNothing(secrets: Secrets, { log, dataDir }: { log: string; dataDir: string }): Promise<void> {
  const wanted = [...secrets.settings, ...secrets.words];
  if (wanted.length === 0) return;
  const places = holds(log, wanted) ? ["the log"] : [];
  for (const path of await filesUnder(dataDir)) {
    if (holds(path, wanted) || (!MEDIA.has(extname(path)) && (await fileHolds(path, wanted)))) places.push(path);
  }
  if (places.length > 0) throw new Error(`A secret of the studio stands in ${places.join(", ")}.`);
}

/** Where a key came with anything but the protocol's own requests, such as that for a result's file. */
export function strayedKeys({ requests }: Ledger): string[] {
  const isOfProtocol = ({ verb, path }: (typeof requests)[number]) =>
    WITH_KEY.some((start) => path.startsWith(start)) || (verb !== undefined && verb !== "output");
  const strayed = requests.filter((request) => request.authorization && !isOfProtocol(request));
  return strayed.map(({ method, path }) => `${method} ${path}`);
}

/** As it is, or as an address spells it. */
export function holds(text: string, wanted: readonly string[]): boolean {
  return wanted.some((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)));
}

/** By stream; a part's end is kept for what begins there. */
async function fileHolds(path: string, wanted: readonly string[]): Promise<boolean> {
  const longest = 3 * Math.max(...wanted.map(({ length }) => length));
  let end = "";
  for await (const part of createReadStream(path, { encoding: "latin1" })) {
    const text = end + part;
    if (holds(text, wanted)) return true;
    end = text.slice(-longest);
  }
  return false;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
