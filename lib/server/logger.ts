export type LogLevel = "info" | "warn" | "error";
/** Ids, codes and counts: never a prompt, a key, a token, or an address with its query. */
export type LogFacts = Record<string, string | number>;
export type Logger = {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts, error?: unknown): void;
  error(event: string, facts?: LogFacts, error?: unknown): void;
};

/** One JSON object a line: information to standard output, warnings and errors to standard error. */
export function createLogger(write: (level: LogLevel, line: string) => void = toConsole, now = Date.now): Logger {
  const log = (level: LogLevel, event: string, facts: LogFacts = {}, error?: unknown) => {
    const time = new Date(now()).toISOString();
    write(
      level,
      JSON.stringify({ time, level, event, ...facts, ...(error !== undefined && { error: describe(error) }) }),
    );
  };
  return {
    info: (event, facts) => log("info", event, facts),
    warn: (event, facts, error) => log("warn", event, facts, error),
    error: (event, facts, error) => log("error", event, facts, error),
  };
}

const MAX_STACK_CHARS = 2_000;

/** Where it happened and why, with the causes below it. */
function describe(error: unknown): string {
  const stacks: string[] = [];
  for (
    let cause = error;
    cause !== undefined && stacks.length < 4;
    cause = cause instanceof Error ? cause.cause : undefined
  ) {
    stacks.push(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  }
  return stacks.join("\ncaused by ").slice(0, MAX_STACK_CHARS);
}

function toConsole(level: LogLevel, line: string): void {
  if (level === "info") console.log(line);
  else console.error(line);
}
