import type { JsonValue } from "@/lib/json";

/** An answer that refuses. Codes are documented by the service; for 402, 404 of a path, 405, 413 and 429 it names none. */
export type Refusal = {
  status: number;
  errorCode?: number;
  message: string;
  detail?: JsonValue;
  headers?: Record<string, string>;
};

export const NOT_AUTHENTICATED: Refusal = {
  status: 401,
  errorCode: 401001,
  message: "Not authenticated: send any token as `Authorization: Bearer <token>`.",
};
export const NO_SUCH_MODEL: Refusal = { status: 400, errorCode: 400001, message: "There is no such model." };
export const MALFORMED_MODEL: Refusal = { status: 400, errorCode: 400001, message: "The model id is malformed." };
export const NO_SUCH_REQUEST: Refusal = {
  status: 404,
  errorCode: 404001,
  message: "The request does not exist or has expired.",
};
/** Without a code: 404001 would say of a request that it is gone. */
export const NO_SUCH_PATH: Refusal = { status: 404, message: "There is nothing at this path." };
export const BALANCE_TOO_LOW: Refusal = {
  status: 402,
  message: "The prompt asked for this with [balance]: no balance.",
};
export const BUSY: Refusal = {
  status: 429,
  message: "Too many requests.",
  headers: { "Retry-After": "3" },
};
export const INTERNAL: Refusal = { status: 500, errorCode: 500001, message: "The sandbox failed." };

export function methodNotAllowed(allowed: readonly string[]): Refusal {
  return { status: 405, message: "This method is not allowed here.", headers: { Allow: allowed.join(", ") } };
}

export function refuse({ status, errorCode, message, detail, headers = {} }: Refusal): Response {
  const body = {
    ...(errorCode === undefined ? {} : { error_code: errorCode }),
    error_message: message,
    ...(detail === undefined ? {} : { detail }),
  };
  return answerJson(body, { status, headers });
}

/** Every answer is of the moment, so none may be kept. */
export function answerJson(
  body: JsonValue,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const headers = { "Cache-Control": "no-store", ...init.headers };
  return Response.json(body, { status: init.status ?? 200, headers });
}
