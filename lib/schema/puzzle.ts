import type { Puzzle } from "./field";

/** What of a schema was not understood, as a message's code with its values. */
export function puzzle(code: Puzzle["code"], params: Puzzle["params"] = {}): Puzzle {
  return { code, params };
}
