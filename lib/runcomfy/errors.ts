import type { JobErrorCode } from "@/lib/jobs/job";

/** Documented by the service. 400002 and 400004 come with HTTP 400 and do not speak of the input. */
const BY_ERROR_CODE: Readonly<Record<string, JobErrorCode>> = {
  "400001": "modelUnknown",
  "400002": "balanceTooLow",
  "400004": "keyRefused",
};

/** 401, 403, 404 and 422 documented by the service, 402 and 429 seen in its clients; 413 is plain HTTP. */
const BY_STATUS: Readonly<Record<number, JobErrorCode>> = {
  401: "keyRefused",
  402: "balanceTooLow",
  403: "forbidden",
  404: "modelUnknown",
  413: "inputRefused",
  422: "inputRefused",
  429: "rateLimited",
};

/** What an answer says went wrong. */
export type ServiceFault = {
  httpStatus: number;
  /** The service's own code: six digits as documented, or any other non-empty word. */
  errorCode?: string;
  /** The service's own text; may be empty. */
  message: string;
  /** The input key that it names. */
  field?: string;
  /** Each key with what is said of it, where it names several. */
  issues?: { field: string; message: string }[];
};

/** The HTTP status that an error code stands for: its first three digits. */
export function statusOfErrorCode(errorCode: string | undefined): number | undefined {
  return errorCode !== undefined && /^[2-5]\d{5}$/.test(errorCode) ? Number(errorCode.slice(0, 3)) : undefined;
}

/** The error code decides before the status, which is 200 for some errors; an error that names a field is about the input. */
export function jobErrorCode({ errorCode, httpStatus, field }: ServiceFault): JobErrorCode {
  const status = statusOfErrorCode(errorCode) ?? httpStatus;
  return (
    BY_ERROR_CODE[errorCode ?? ""] ?? BY_STATUS[status] ?? (field === undefined ? "upstreamFailed" : "inputRefused")
  );
}
