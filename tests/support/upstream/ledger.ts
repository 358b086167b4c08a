import type { JsonValue } from "@/lib/json";
import type { Verb } from "./script";

/** One request as it came in, whatever was made of it. */
export type LedgerRequest = {
  atMs: number;
  method: string;
  path: string;
  /** Absent for an address that the protocol does not have. */
  verb?: Verb;
  /** The request that it is about, or that it made. */
  requestId?: string;
  authorization?: string;
  range?: string;
  /** Counts the connections of this server, from 1. */
  connection: number;
  /** Bytes of the answer's body that were handed to the socket. */
  sentBytes: number;
};
/** A job that was made: what would have been paid. */
export type LedgerSubmit = { atMs: number; requestId: string; modelId: string; input: JsonValue };

export type Ledger = { requests: LedgerRequest[]; submits: LedgerSubmit[]; connections: number };

export function emptyLedger(): Ledger {
  return { requests: [], submits: [], connections: 0 };
}

export function countRequests(ledger: Ledger, verb: Verb): number {
  return ledger.requests.filter((request) => request.verb === verb).length;
}
