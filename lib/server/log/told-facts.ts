import { isRequestId } from "@/lib/runcomfy/addresses";

/** Ids, codes and counts: never a prompt, a key, a token, or an address with its query. */
export type LogFacts = Record<string, string | number>;

type Form = { test(text: string): boolean };
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?$/;
/** One of a few words that stand in the code: `rateLimited`, `in_queue`, `request-failed`. */
const CODE = /^[a-z]{1,20}(([-_.][a-z]{1,20})|([A-Z][a-z]{1,20})){0,5}$/;
const METHOD = /^[A-Z]{3,7}$/;
/** As the code writes an address, with names in brackets for what differs. */
const ROUTE = /^(\/(v1|[a-z.-]{0,20}|\[{1,2}[a-zA-Z.]{1,20}\]{1,2}))+$/;
const FILE = /^[0-9a-f]{2}\/[0-9a-f]{30}\.[a-z0-9]{1,8}$/;
/** The service's own name of a paid request, by which it can be asked for when nothing else is left of it. */
const UPSTREAM_ID = { test: isRequestId };
/** Told by the studio about a model file of the user's own. */
const MODEL_FILE = /^[^?#]{1,500}$/s;

/** Every fact that a line of the log may have, and the form without which it is left out. */
const FORMS: Record<string, Form> = {
  requestId: ID,
  jobId: ID,
  assetId: ID,
  id: ID,
  method: METHOD,
  route: ROUTE,
  status: CODE,
  event: CODE,
  reason: CODE,
  kind: CODE,
  fileKey: FILE,
  upstreamId: UPSTREAM_ID,
  modelFile: MODEL_FILE,
};

/** A number is one in any place; a text has to look as its fact looks. How many facts were left out is a fact, too. */
export function tellFacts(facts: LogFacts): LogFacts {
  const told: LogFacts = {};
  let leftOut = 0;
  for (const [name, value] of Object.entries(facts)) {
    if (Object.hasOwn(FORMS, name) && isTellable(value, FORMS[name])) told[name] = value;
    else leftOut++;
  }
  return leftOut > 0 ? { ...told, leftOut } : told;
}

function isTellable(value: string | number, form: Form | undefined): boolean {
  return typeof value === "number" ? Number.isFinite(value) : (form?.test(value) ?? false);
}
