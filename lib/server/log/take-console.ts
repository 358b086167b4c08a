import type { Logger } from "../logger";
import { digestOf } from "./told-error";

const KEY = Symbol.for("dailies.console");

/**
 * Next prints errors as they are, with all that their messages hold. From here on they are lines of the log like others. A page's, which
 * has a digest, is left to `onRequestError`, which knows the address, too.
 */
export function takeConsole(logger: Pick<Logger, "warn" | "error">, target: Pick<Console, "warn" | "error"> = console) {
  const taken: typeof target & { [KEY]?: true } = target;
  if (taken[KEY]) return;
  taken[KEY] = true;
  for (const level of ["warn", "error"] as const) {
    target[level] = (...said: unknown[]) => {
      const error = said.find((one) => one instanceof Error);
      if (digestOf(error).digest !== undefined) return;
      logger[level]("printed", {}, error ?? said.map(String).join(" "));
    };
  }
}
