import { isJsonObject, type JsonObject } from "@/lib/json";
import type { Model } from "@/lib/models/model";
import type { Ledger } from "@/lib/sandbox/requests/ledger";
import { unfinishedBytes, unfinishedCount } from "@/lib/sandbox/requests/line";
import type { QueuedRequest } from "@/lib/sandbox/requests/request";
import { LONG_QUEUE_MS, type Scenario, scenariosIn } from "@/lib/sandbox/scenarios";
import { acceptedFields, promptKeyOf, promptOf, seedOf } from "@/lib/sandbox/spec/composition";
import type { Field } from "@/lib/schema/field";
import { createValidator } from "@/lib/schema/validator";
import type { Bodies } from "./bodies";
import { cutOff, silence } from "./broken-answers";
import { answerJson, BALANCE_TOO_LOW, BUSY, NO_SUCH_MODEL, type Refusal, refuse } from "./errors";
import { readJson } from "./read-json";
import { NOT_AN_OBJECT, refusedInput } from "./refused-input";
import { submitView } from "./views";

/** More would only wait: a request holds its whole input on disk until its render. */
const MAX_UNFINISHED = 500;
const MAX_UNFINISHED_BYTES = 512 * 1024 * 1024;

export type SubmitDeps = {
  findModel(id: string): Model | undefined | Promise<Model | undefined>;
  fieldsOf(model: Model): readonly Field[];
  ledger: Ledger;
  bodies: Bodies;
  nowMs(): number;
  newId(): string;
  random(): number;
  queueMs: number;
  isBusyFor(submission: string): boolean;
  /** Called with every accepted request. */
  onAccepted(): void;
};
/** What was sent, judged by the model's own schema. */
type Submission = {
  model: Model;
  fields: readonly Field[];
  input: JsonObject;
  bytes: number;
  prompt: string;
  scenarios: Scenario[];
};
type Accepted = { ok: true; accepted: QueuedRequest } | { ok: false; refusal: Refusal };

/** Answers one submission; what is answered 200 is stored and will be rendered, also after a crash. */
export async function submit(request: Request, modelId: string, base: string, deps: SubmitDeps): Promise<Response> {
  const outcome = await deps.bodies.within(() => accept(request, modelId, deps));
  if (!outcome) return refuse(BUSY);
  return outcome.ok ? acceptance(outcome.accepted, request, base) : refuse(outcome.refusal);
}

async function accept(request: Request, modelId: string, deps: SubmitDeps): Promise<Accepted> {
  const body = await readJson(request, deps.bodies.maxBytes);
  if (!body.ok) return body;
  const model = await deps.findModel(modelId);
  if (!model) return { ok: false, refusal: NO_SUCH_MODEL };
  const checked = check(model, body, deps);
  if (!checked.ok) return checked;
  const refusal = refusalOf(checked.submission, deps);
  if (refusal) return { ok: false, refusal };
  const accepted = queued(checked.submission, deps);
  await deps.ledger.add(accepted, checked.submission.input);
  deps.onAccepted();
  return { ok: true, accepted };
}

function acceptance({ id, scenarios }: QueuedRequest, request: Request, base: string): Response | Promise<Response> {
  if (scenarios.includes("timeout")) return silence(request.signal);
  if (scenarios.includes("reset")) return cutOff(submitView(id, base));
  return answerJson(submitView(id, base));
}

type Checked = { ok: true; submission: Submission } | { ok: false; refusal: Refusal };

function check(model: Model, { value: body, bytes }: { value: unknown; bytes: number }, deps: SubmitDeps): Checked {
  if (!isJsonObject(body)) return { ok: false, refusal: NOT_AN_OBJECT };
  const fields = deps.fieldsOf(model);
  const parsed = createValidator(acceptedFields(fields, body, model.example)).parse(body);
  if (!parsed.ok) return { ok: false, refusal: refusedInput(parsed.issues, body) };
  const prompt = promptOf(fields, parsed.value);
  return {
    ok: true,
    submission: { model, fields, input: parsed.value, bytes, prompt, scenarios: scenariosIn(prompt) },
  };
}

function refusalOf({ model, fields, bytes, prompt, scenarios }: Submission, deps: SubmitDeps): Refusal | undefined {
  const requests = deps.ledger.all();
  if (unfinishedCount(requests) >= MAX_UNFINISHED) return BUSY;
  if (unfinishedBytes(requests) + bytes > MAX_UNFINISHED_BYTES) return BUSY;
  if (scenarios.includes("balance")) return BALANCE_TOO_LOW;
  if (scenarios.includes("refuse")) return refusedOnDemand(promptKeyOf(fields));
  if (scenarios.includes("busy") && deps.isBusyFor(`${model.id}\n${prompt}`)) return BUSY;
  return undefined;
}

function refusedOnDemand(promptKey: string): Refusal {
  const detail = [{ loc: ["body", promptKey], msg: "the prompt asked for this with [refuse]", type: "value_error" }];
  return { status: 422, errorCode: 422001, message: "The input was refused.", detail };
}

function queued({ model, fields, input, bytes, scenarios }: Submission, deps: SubmitDeps): QueuedRequest {
  const nowMs = deps.nowMs();
  return {
    id: deps.newId(),
    sequence: deps.ledger.nextSequence(),
    modelId: model.id,
    seed: seedOf(fields, input, deps.random),
    scenarios,
    status: "queued",
    createdAtMs: nowMs,
    renderNotBeforeMs: nowMs + (scenarios.includes("queue") ? LONG_QUEUE_MS : deps.queueMs),
    inputBytes: bytes,
  };
}
