import { existsSync } from "node:fs";
import { isAppError } from "../problem";
import { plainWords } from "./plain-words";

/** An error as the log has it. */
export type ToldError = { name: string; code?: string; digest?: string; message?: string; at?: string[] };

const NAMES = new Set([
  ...["Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError", "AggregateError"],
  ...["AbortError", "TimeoutError", "DOMException", "SqliteError", "ZodError", "ConnectTimeoutError", "SocketError"],
  ...["AppError", "ApiError", "ArchiveError", "DownloadError", "GuardedFetchError", "NotConnectedError"],
  ...["BackupError", "EnvError", "DatabaseUnusable", "DataFolderUnusable", "MigrationRefused"],
]);
/** As Node, SQLite and undici make them. */
const CODE = /^(E[A-Z]{2,15}|(ERR|SQLITE|UND_ERR|HPE)(_[A-Z]{1,16}){1,5})$/;
/** Next's own number of an error, which the page shows. */
const DIGEST = /^\d{1,12}$/;
const FRAME = /^\s+at (?:.*\()?(?:file:\/\/)?(node:[a-z_/]+|\/[^\s?#:]+):(\d+):(\d+)\)?$/;
const MAX_ERRORS = 5;
const MAX_FRAMES = 8;

/** An error with its causes: where and of what kind they are, and of their words only those that cannot hold a secret. */
export function tellError(error: unknown): ToldError[] {
  const told: ToldError[] = [];
  const seen = new Set<unknown>();
  const waiting = [error];
  while (waiting.length > 0 && told.length < MAX_ERRORS) {
    const next = waiting.shift();
    if (next === undefined || seen.has(next)) continue;
    seen.add(next);
    told.push(tellOne(next));
    if (next instanceof Error) waiting.push(next.cause, ...(next instanceof AggregateError ? next.errors : []));
  }
  return told;
}

function tellOne(error: unknown): ToldError {
  if (!(error instanceof Error)) return { name: "thrown", ...messageOf(typeof error === "string" ? error : "") };
  if (isAppError(error)) return { name: "AppError", code: error.code, ...placesOf(error) };
  return {
    name: NAMES.has(error.name) ? error.name : "Error",
    ...("code" in error && CODE.test(String(error.code)) && { code: String(error.code) }),
    ...digestOf(error),
    ...messageOf(error.message),
    ...placesOf(error),
  };
}

export function digestOf(error: unknown): { digest?: string } {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  return DIGEST.test(digest) ? { digest } : {};
}

function messageOf(text: string): { message?: string } {
  return text === "" ? {} : { message: plainWords(text) };
}

/** The frames below the message, as places in files that are there; without names of functions, which may be computed. */
function placesOf({ stack = "", message }: Error): { at?: string[] } {
  const start = stack.indexOf(message);
  const frames = stack.slice(start < 0 ? 0 : start + message.length).split("\n");
  const at = frames.flatMap((frame) => placeOf(FRAME.exec(frame)) ?? []).slice(0, MAX_FRAMES);
  return at.length > 0 ? { at } : {};
}

function placeOf(frame: RegExpExecArray | null): string | undefined {
  const [, file = "", line, column] = frame ?? [];
  if (file.startsWith("node:")) return `${file}:${line}:${column}`;
  const root = `${process.cwd()}/`;
  return file.startsWith(root) && existsSync(/* turbopackIgnore: true */ file)
    ? `${file.slice(root.length)}:${line}:${column}`
    : undefined;
}
