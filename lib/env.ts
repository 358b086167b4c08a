import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { Secret } from "@/lib/access/secret";
import { isLoopback } from "@/lib/access/visitor";
import { ApiKey } from "@/lib/runcomfy/api-key";
import { SETTINGS, type SettingName } from "@/lib/settings";
import { readUsd } from "@/lib/spending/money";

export type Env = {
  /** `runcomfy` where a key is set. */
  mode: "runcomfy" | "sandbox";
  runcomfyKey?: ApiKey;
  /** An origin, without a slash at its end. */
  runcomfyBaseUrl: string;
  /** Lower-case host names; one that starts with `*.` stands for its subdomains. */
  resultHosts: string[];
  /** Absolute. */
  dataDir: string;
  host: string;
  /** What opens the studio; without one nobody has to sign in. */
  password?: Secret;
  /** What a trusted reverse proxy sends with every request. */
  proxySecret?: Secret;
  /** Names that the studio may be opened under, in lower case, beside its own. */
  allowedHosts: string[];
  port: number;
  /** An origin, without a slash at its end. */
  publicUrl?: string;
  ffmpegPath?: string;
  /** The value of PATH, for finding ffmpeg. */
  pathVariable: string;
  maxInFlight: number;
  /** In millionths of a US dollar. */
  spending: { caps: { day?: number; month?: number }; unknownMicros: number };
  /** Jobs that wait here, of one upstream. */
  maxWaiting: number;
  /** By one client. */
  jobsPerHour: number;
  uploadsPerHour: number;
  /** Undefined for as much as the disk holds. */
  storageQuotaBytes?: number;
  sandbox: { queueMs: number; minRunMs: number };
  /** With `npm run dev`, where errors are printed as they are. */
  isDevelopment?: boolean;
  /** Where the kill tests make the server end itself; never set otherwise. */
  faultPoint?: string;
};

const OPEN_TO_ALL = `With HOST, PUBLIC_URL or ALLOWED_HOSTS set so, others can reach the studio, see all takes and spend your credit.
  Set STUDIO_PASSWORD to ask for a password, or PROXY_SECRET where a reverse proxy signs people in.
See .env.example for all settings.`;

/** All that is wrong with the configuration, one line a variable. The message never holds the key. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.?$/i;
const IP_V6 = /^\[?[0-9a-f:.]*:[0-9a-f:.]*\]?$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const MIN_PASSWORD = 10;
const MIN_PROXY_SECRET = 20;
const LONGEST_WAIT_MS = 600_000;
const AMOUNT = "an amount of US dollars such as 25 or 0.50, at most 1,000,000";

const schema = z.object({
  RUNCOMFY_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]*$/, "visible ASCII characters only, without blanks or a `Bearer` in front")
    .regex(/^[^"']*$/, "the key without quotation marks")
    .transform((value) => (value === "" ? undefined : new ApiKey(value))),
  RUNCOMFY_BASE_URL: origin(),
  RUNCOMFY_RESULT_HOSTS: z
    .string()
    .transform(list)
    .refine(
      (hosts) => hosts.every((host) => HOST_NAME.test(host.replace(/^\*\./, ""))),
      "host names separated by commas, without https:// or a path",
    ),
  DATA_DIR: z
    .string()
    .refine((path) => !path.startsWith("~"), "a folder written out, because nothing here expands ~")
    .transform((path) => resolve(path)),
  HOST: z
    .string()
    .refine((host) => HOST_NAME.test(host) || IP_V6.test(host), "an IP address or host name alone")
    .transform((host) => host.replace(/^\[|\]$/g, "")),
  STUDIO_PASSWORD: secret(MIN_PASSWORD),
  PROXY_SECRET: secret(MIN_PROXY_SECRET).refine(
    (value) => value === undefined || /^[\x21-\x7e]+$/.test(value.reveal()),
    "visible ASCII characters only, as a header carries them",
  ),
  ALLOWED_HOSTS: z
    .string()
    .transform(list)
    .refine((hosts) => hosts.every((host) => HOST_NAME.test(host)), "host names separated by commas, without a port"),
  PORT: integer(0, 65_535),
  PUBLIC_URL: origin(),
  FFMPEG_PATH: z
    .string()
    .refine((path) => path === "" || isExecutable(path), "the path of an ffmpeg that this user may run")
    .transform((path) => (path === "" ? "" : resolve(path))),
  SPEND_PER_DAY_USD: usd(),
  SPEND_PER_MONTH_USD: usd(),
  SPEND_UNKNOWN_USD: usd().pipe(z.number().positive(`${AMOUNT} and more than 0`)),
  MAX_IN_FLIGHT: integer(1, 100),
  MAX_WAITING: integer(1, 100_000),
  JOBS_PER_HOUR: integer(1, 100_000),
  UPLOADS_PER_HOUR: integer(1, 100_000),
  STORAGE_QUOTA_GB: z
    .string()
    .regex(/^(\d{1,6}(\.\d{1,3})?)?$/, "a number such as 50 or 0.5")
    .refine((value) => value === "" || Number(value) > 0, "more than 0")
    .transform((value) => (value === "" ? undefined : Math.round(Number(value) * 1e9))),
  SANDBOX_QUEUE_MS: integer(0, LONGEST_WAIT_MS),
  SANDBOX_MIN_RUN_MS: integer(0, LONGEST_WAIT_MS),
} satisfies Record<SettingName, z.ZodType>);

/**
 * Reads the configuration from `source`; a variable that is empty counts as not set.
 * @throws EnvError naming every wrong variable
 */
export function loadEnv(source: Record<string, string | undefined>): Env {
  const given = (name: string) => source[name]?.trim() ?? "";
  const values = Object.fromEntries(SETTINGS.map(({ name, fallback }) => [name, given(name) || fallback]));
  const parsed = schema.safeParse(values);
  if (!parsed.success) throw new EnvError(explain(parsed.error.issues, values));
  const { data } = parsed;
  const isReachable = !isLoopback(data.HOST) || data.PUBLIC_URL !== "" || data.ALLOWED_HOSTS.length > 0;
  if (isReachable && !data.STUDIO_PASSWORD && !data.PROXY_SECRET) throw new EnvError(OPEN_TO_ALL);
  const key = data.RUNCOMFY_API_KEY;
  return {
    mode: key ? "runcomfy" : "sandbox",
    ...(key && { runcomfyKey: key }),
    runcomfyBaseUrl: data.RUNCOMFY_BASE_URL,
    resultHosts: data.RUNCOMFY_RESULT_HOSTS,
    dataDir: data.DATA_DIR,
    host: data.HOST,
    ...(data.STUDIO_PASSWORD && { password: data.STUDIO_PASSWORD }),
    ...(data.PROXY_SECRET && { proxySecret: data.PROXY_SECRET }),
    allowedHosts: data.ALLOWED_HOSTS,
    port: data.PORT,
    ...(data.PUBLIC_URL && { publicUrl: data.PUBLIC_URL }),
    ...(data.FFMPEG_PATH && { ffmpegPath: data.FFMPEG_PATH }),
    pathVariable: source.PATH ?? "",
    maxInFlight: data.MAX_IN_FLIGHT,
    spending: {
      caps: {
        ...(data.SPEND_PER_DAY_USD !== undefined && { day: data.SPEND_PER_DAY_USD }),
        ...(data.SPEND_PER_MONTH_USD !== undefined && { month: data.SPEND_PER_MONTH_USD }),
      },
      unknownMicros: data.SPEND_UNKNOWN_USD,
    },
    maxWaiting: data.MAX_WAITING,
    jobsPerHour: data.JOBS_PER_HOUR,
    uploadsPerHour: data.UPLOADS_PER_HOUR,
    ...(data.STORAGE_QUOTA_GB !== undefined && { storageQuotaBytes: data.STORAGE_QUOTA_GB }),
    sandbox: { queueMs: data.SANDBOX_QUEUE_MS, minRunMs: data.SANDBOX_MIN_RUN_MS },
    ...(given("NODE_ENV") === "development" && { isDevelopment: true }),
    ...(given("FAULT_POINT") && { faultPoint: given("FAULT_POINT") }),
  };
}

let cached: Env | undefined;

/** The configuration of this process, read at the first call. @throws EnvError */
export function env(): Env {
  cached ??= loadEnv(process.env);
  return cached;
}

function secret(minCharacters: number) {
  return z
    .string()
    .refine((value) => value === "" || value.length >= minCharacters, `at least ${minCharacters} characters`)
    .transform((value) => (value === "" ? undefined : new Secret(value)));
}

function integer(min: number, max: number) {
  const expected = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected);
}

/** In millionths; undefined where it is empty. */
function usd() {
  return z
    .string()
    .refine((value) => value === "" || readUsd(value) !== undefined, AMOUNT)
    .transform(readUsd);
}

function origin() {
  const expected = "an address such as https://example.com without a path (http only for this machine)";
  return z
    .string()
    .refine((value) => value === "" || isOrigin(value), expected)
    .transform((value) => (value === "" ? "" : new URL(value).origin));
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, href, origin: bare } = new URL(value);
  // Equal only where there are no credentials, path, query or fragment.
  return href === `${bare}/` && (protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function list(value: string): string[] {
  return value
    .split(",")
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== "");
}

function explain(issues: readonly z.core.$ZodIssue[], values: Record<string, string>): string {
  const expected = new Map<string, string>();
  for (const { path, message } of issues) {
    const name = String(path[0]);
    if (!expected.has(name)) expected.set(name, message);
  }
  const lines = Array.from(expected, ([name, message]) => `  ${name} ${shown(name, values)}: expected ${message}.`);
  const count = expected.size === 1 ? "One setting is" : `${expected.size} settings are`;
  return `${count} wrong:\n${lines.join("\n")}\nSee .env.example for all settings.`;
}

const SECRETS = ["RUNCOMFY_API_KEY", "STUDIO_PASSWORD", "PROXY_SECRET"];

/** Secrets and addresses that may hold a password are not repeated. */
function shown(name: string, values: Record<string, string>): string {
  const value = values[name] ?? "";
  return SECRETS.includes(name) || value.includes("@") ? "is wrong (value not shown)" : `is ${JSON.stringify(value)}`;
}
