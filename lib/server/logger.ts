import { hideSettings } from "./log/hide-settings";
import { tellError } from "./log/told-error";
import { type LogFacts, tellFacts } from "./log/told-facts";

export type LogLevel = "info" | "warn" | "error";
export type Logger = {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts, error?: unknown): void;
  error(event: string, facts?: LogFacts, error?: unknown): void;
};

/**
 * One JSON object a line: information to standard output, warnings and errors to standard error. Only what has a known form comes
 * into a line, so that no prompt, key, token, cookie or query can, wherever an error got it from.
 */
export function createLogger(write: (level: LogLevel, line: string) => void = toStreams, now = Date.now): Logger {
  const log = (level: LogLevel, event: string, facts: LogFacts = {}, error?: unknown) => {
    const time = new Date(now()).toISOString();
    const line = { time, level, event, ...tellFacts(facts), ...(error !== undefined && { error: tellError(error) }) };
    write(level, hideSettings(JSON.stringify(line)));
  };
  return {
    info: (event, facts) => log("info", event, facts),
    warn: (event, facts, error) => log("warn", event, facts, error),
    error: (event, facts, error) => log("error", event, facts, error),
  };
}

function toStreams(level: LogLevel, line: string): void {
  const stream = level === "info" ? process.stdout : process.stderr;
  stream.write(`${line}\n`);
}
