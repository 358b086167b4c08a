import { accessSync, constants, statSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { ApiKey } from "@/lib/runcomfy/api-key";
import { SETTINGS, type SettingName } from "@/lib/settings";

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
  /** Names that the studio may be opened under, in lower case, beside its own. */
  allowedHosts: string[];
  port: number;
  /** An origin, without a slash at its end. */
  publicUrl?: string;
  ffmpegPath?: string;
  /** The value of PATH, for finding ffmpeg. */
  pathVariable: string;
  maxInFlight: number;
  sandbox: { queueMs: number; minRunMs: number };
  /** Where the kill tests make the server end itself; never set otherwise. */
  faultPoint?: string;
};

/** All that is wrong with the configuration, one line a variable. The message never holds the key. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.?$/i;
const IP_V6 = /^\[?[0-9a-f:.]*:[0-9a-f:.]*\]?$/i;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const LONGEST_WAIT_MS = 600_000;

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
  MAX_IN_FLIGHT: integer(1, 100),
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
  const key = data.RUNCOMFY_API_KEY;
  return {
    mode: key ? "runcomfy" : "sandbox",
    ...(key && { runcomfyKey: key }),
    runcomfyBaseUrl: data.RUNCOMFY_BASE_URL,
    resultHosts: data.RUNCOMFY_RESULT_HOSTS,
    dataDir: data.DATA_DIR,
    host: data.HOST,
    allowedHosts: data.ALLOWED_HOSTS,
    port: data.PORT,
    ...(data.PUBLIC_URL && { publicUrl: data.PUBLIC_URL }),
    ...(data.FFMPEG_PATH && { ffmpegPath: data.FFMPEG_PATH }),
    pathVariable: source.PATH ?? "",
    maxInFlight: data.MAX_IN_FLIGHT,
    sandbox: { queueMs: data.SANDBOX_QUEUE_MS, minRunMs: data.SANDBOX_MIN_RUN_MS },
    ...(given("FAULT_POINT") && { faultPoint: given("FAULT_POINT") }),
  };
}

let cached: Env | undefined;

/** The configuration of this process, read at the first call. @throws EnvError */
export function env(): Env {
  cached ??= loadEnv(process.env);
  return cached;
}

function integer(min: number, max: number) {
  const expected = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= min && value <= max, expected);
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

/** Secrets and addresses that may hold a password are not repeated. */
function shown(name: string, values: Record<string, string>): string {
  const value = values[name] ?? "";
  return name === "RUNCOMFY_API_KEY" || value.includes("@")
    ? "is wrong (value not shown)"
    : `is ${JSON.stringify(value)}`;
}
