import { FAULT_POINTS, type FaultPoint } from "@/lib/jobs/fault-point";
import type { Fault, Script } from "@/tests/support/upstream/script";
import type { Random } from "./random";

/** How one run of the studio ends, and what the service does meanwhile. */
export type Life = {
  end:
    | { how: "point"; point: FaultPoint }
    /** So long after it runs. */
    | { how: "kill" | "stop"; afterMs: number }
    /** So long after it began to start. */
    | { how: "killAtStart"; afterMs: number };
  script: Partial<Script>;
  /** Posters and sprites are drawn by it; most lives go without, because it takes more time than all the rest. */
  hasFfmpeg: boolean;
};

const MAX_LIFE_MS = 700;
/** Now and then there is time to work off what is open. */
const LONG_LIFE_MS = 2_500;
const MAX_START_MS = 250;

const MISCHIEF: readonly [Fault[], ...Fault[][]] = [
  [],
  [],
  [{ verb: "submit", delayMs: 80, times: 3 }],
  [{ verb: "submit", answer: { status: 429, headers: { "retry-after": "2" }, json: {} } }],
  [{ verb: "submit", answer: { status: 503, json: {} } }],
  [{ verb: "submit", accept: true, deliver: { how: "reset", after: "nothing" } }],
  [{ verb: "submit", accept: true, deliver: { how: "reset", after: "half" } }],
  [{ verb: "status", times: 3, answer: { status: 500, json: {} } }],
  [{ verb: "result", times: 2, deliver: { how: "reset", after: "half" } }],
  [{ verb: "cancel", accept: true, deliver: { how: "reset", after: "nothing" } }],
  [{ verb: "output", times: 2, delayMs: 80 }],
  [{ verb: "output", times: 2, answer: { status: 403, text: "" } }],
  [{ verb: "output", times: 2, deliver: { how: "truncate" } }],
  [{ verb: "output", deliver: { how: "flip", everyBytes: 7 } }],
];

export function planLife(random: Random): Life {
  const pace = { by: "polls" as const, queued: random.under(3), running: random.under(2) };
  return { end: planEnd(random), script: { pace, faults: random.pick(MISCHIEF) }, hasFfmpeg: random.chance(0.2) };
}

function planEnd(random: Random): Life["end"] {
  if (random.chance(0.45)) return { how: "point", point: random.pick(FAULT_POINTS) };
  if (random.chance(0.15)) return { how: "killAtStart", afterMs: random.under(MAX_START_MS) };
  const afterMs = random.chance(0.15) ? LONG_LIFE_MS : random.under(MAX_LIFE_MS);
  return { how: random.chance(0.1) ? "stop" : "kill", afterMs };
}
