import { randomUUID } from "node:crypto";

/** On every answer of the interface for programs, and on every refusal. */
const REQUEST_ID_HEADER = "x-request-id";

/** Names one request in its answer and in the log. Short enough to be read out; what a caller sends is not taken over. */
export function newRequestId(): string {
  return randomUUID().slice(0, 13);
}

export function withRequestId(response: Response, requestId = newRequestId()): Response {
  response.headers.set(REQUEST_ID_HEADER, requestId);
  return response;
}
