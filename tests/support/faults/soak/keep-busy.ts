import sharp from "sharp";
import type { WireJob } from "@/lib/api/contract";
import type { Click, Memory } from "./memory";
import type { Random } from "./random";

const MODEL_ID = "tencent/hunyuan/text-to-video";
/** Above it nothing new is submitted, so that all can end in time. */
const MAX_OPEN = 25;
const ENDED = ["succeeded", "failed", "cancelled", "unconfirmed", "lost"];

type Answer = {
  status: number;
  body: { code?: string; job?: WireJob; group?: object; jobs?: WireJob[]; asset?: { id: string } };
};

/** Uses the studio at `url` in every way that changes it, as a person and a script do, until it answers no more. */
export async function keepBusy(url: string, { random, memory }: { random: Random; memory: Memory }): Promise<void> {
  const call = async (method: string, path: string, body?: object | Buffer): Promise<Answer> => {
    const type = Buffer.isBuffer(body) ? "image/png" : "application/json";
    const content =
      body === undefined ? {} : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) };
    const response = await fetch(url + path, { method, headers: { "content-type": type }, ...content });
    const text = await response.text();
    const answer: Answer = { status: response.status, body: text === "" ? {} : JSON.parse(text) };
    if (answer.status >= 500 && !isStopping(answer))
      memory.complaints.push(`${method} ${path} is answered with ${answer.status}: ${text}`);
    return answer;
  };

  async function submit(path: string, body: Click): Promise<void> {
    const request = { path, body };
    memory.unanswered.push(request);
    const answer = await call("POST", path, body);
    const { status } = answer;
    memory.unanswered = memory.unanswered.filter((other) => other !== request);
    const prompts = promptsOf(body);
    if (status < 300) for (const prompt of prompts) memory.promised.add(prompt);
    else if (status === 429 || isStopping(answer)) memory.unanswered.push(request);
    // A repetition of what was deleted meanwhile is refused.
    else if (!prompts.some((prompt) => memory.purged.has(prompt))) memory.complaints.push(`${path} gives ${status}`);
  }

  const prompt = () => `take ${++memory.takes}`;
  const head = () => ({ modelId: MODEL_ID, clientRequestId: `click-${memory.takes}` });

  async function act(jobs: readonly WireJob[]): Promise<void> {
    const open = jobs.filter(({ status }) => !ENDED.includes(status));
    const [again] = memory.unanswered;
    const target = jobs[random.under(jobs.length)];
    const what = random.under(14);
    if (again && what < 4) {
      memory.unanswered.shift();
      await submit(again.path, again.body);
    } else if (what < 9 && open.length < MAX_OPEN) {
      await submit("/api/jobs", { ...withInput(prompt()), ...head() });
    } else if (what === 9 && open.length < MAX_OPEN) {
      const inputs = [prompt(), prompt(), prompt()].map((text) => ({ prompt: text }));
      await submit("/api/groups", Object.assign({ inputs }, head()));
    } else if (what === 10) {
      await upload();
    } else if (target) {
      await (what < 13 ? call("POST", `/api/jobs/${target.id}/cancel`) : remove(target));
    }
  }

  async function upload(): Promise<void> {
    const [r, g, b] = [random.under(256), random.under(256), random.under(256)];
    const picture = sharp({ create: { width: 64, height: 64, channels: 3, background: { r, g, b } } });
    const { body } = await call("POST", "/api/uploads", await picture.png().toBuffer());
    if (body.asset) memory.uploads.add(body.asset.id);
  }

  async function remove({ id, status, input }: WireJob): Promise<void> {
    if (!ENDED.includes(status)) return;
    memory.purged.add(String(input.prompt));
    // Nobody repeats a click for what they have deleted.
    memory.unanswered = memory.unanswered.filter(({ body }) => !promptsOf(body).includes(String(input.prompt)));
    await call("DELETE", `/api/jobs/${id}`);
    if (random.chance(0.5)) await call("DELETE", `/api/trash/${id}`);
  }

  const oneByOne = async () => {
    for (;;) {
      const { body } = await call("GET", "/api/jobs?limit=60");
      await act(body.jobs ?? []);
    }
  };
  for (const result of await Promise.allSettled([oneByOne(), oneByOne(), oneByOne()])) {
    if (result.status === "rejected" && !isCut(result.reason)) memory.complaints.push(String(result.reason));
  }
}

/** The studio was asked to end, and says that it saved and sent nothing. */
function isStopping({ status, body }: Answer): boolean {
  return status === 503 && body.code === "stopping";
}

/** The connection ended with the studio. */
function isCut(error: unknown): boolean {
  return error instanceof TypeError && ["fetch failed", "terminated"].includes(error.message);
}

function withInput(prompt: string) {
  return { input: { prompt } };
}

function promptsOf({ input, inputs = [] }: Click): string[] {
  return [...inputs, ...(input ? [input] : [])].map(({ prompt }) => prompt);
}
