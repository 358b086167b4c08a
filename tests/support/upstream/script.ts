import type { JsonObject, JsonValue } from "@/lib/json";

export type Verb = "submit" | "status" | "result" | "cancel" | "output";

/** How an answer leaves the server. */
export type Delivery =
  | { how: "whole" }
  /** One byte every `everyMs`, for ever slow enough to outlast a time limit. */
  | { how: "drip"; everyMs: number }
  /** Announces the whole length, sends half and ends the connection. */
  | { how: "truncate" }
  /** Sends half and then nothing more; the connection stays open. */
  | { how: "stall" }
  /** Ends its own side of the connection without an answer. */
  | { how: "halfClose" }
  /** Sends all, and announces `by` bytes more (or less) than that. */
  | { how: "wrongLength"; by: number }
  /** Turns one byte in every `everyBytes` around, from the first on. */
  | { how: "flip"; everyBytes: number }
  /** Repeats the body until so many bytes are sent. */
  | { how: "repeat"; bytes: number }
  /** Resets the connection (RST) before the status line, or after half of the body. */
  | { how: "reset"; after: "nothing" | "half" }
  /** Never answers; the request stays open. */
  | { how: "hang" };

/** What is answered in place of the protocol's own answer. */
export type Substitute = {
  status?: number;
  json?: JsonValue;
  /** Sent as it is; `html` and garbage. */
  text?: string;
  /** A body of this many bytes. */
  fillBytes?: number;
  headers?: Record<string, string>;
};

/** One misbehaviour, for the next `times` requests of its verb after `skip` of them. Faults of one verb apply in their order. */
export type Fault = {
  verb: Verb;
  /** Default 1. */
  times?: number;
  /** Requests of the verb that are served well before. Default 0. */
  skip?: number;
  /** Submit only: whether a job is made all the same. Default: not with an `answer`, else yes. */
  accept?: boolean;
  delayMs?: number;
  answer?: Substitute;
  /** With `accept`: the JSON of `answer` has the id of the job that was made. */
  named?: boolean;
  deliver?: Delivery;
};

/** How long a job queues and runs: counted in status answers, or in milliseconds since its submit. */
export type Pace = { by: "polls" | "time"; queued: number; running: number };

/** Everything is plain JSON, so that a script can be posted to `/__script`. */
export type Script = {
  pace: Pace;
  /** How jobs end. */
  ending: { status: "succeeded" } | { status: "failed"; error: JsonValue };
  /** The `output` of a succeeded result; absent: `{video: <address on this server>}`. */
  output?: JsonValue;
  /** A file to serve as the output; absent: a small generated MP4. */
  outputPath?: string;
  /** Whether outputs have a tag and are served from any byte on, as most hosts do. Absent: no. */
  ranges?: boolean;
  /** Extra members of every status and result answer. */
  extra?: JsonObject;
  faults: Fault[];
};

export const HAPPY_SCRIPT: Script = {
  pace: { by: "polls", queued: 1, running: 1 },
  ending: { status: "succeeded" },
  faults: [],
};
