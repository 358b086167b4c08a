import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { isJsonObject, type JsonObject } from "@/lib/json";
import { moveDurably, syncPath, writeDurably } from "./durable-file";
import { REQUEST_ID, type SandboxRequest, sandboxRequestSchema } from "./request";

/** Requests on disk: a folder each, with its record, its input while that is still needed, and its output. */
export interface RequestStore {
  /** Every readable request; what an interrupted `create` left behind is removed. */
  readAll(): Promise<SandboxRequest[]>;
  read(id: string): Promise<SandboxRequest | undefined>;
  /** Durable when fulfilled; where it rejects, nothing is left. */
  create(request: SandboxRequest, input: JsonObject): Promise<void>;
  save(request: SandboxRequest): Promise<void>;
  /** @throws Error when the input is gone or unreadable. */
  readInput(id: string): Promise<JsonObject>;
  /** Inputs can hold whole files as data URIs: dropped as soon as nothing is left to render. */
  dropInput(id: string): Promise<void>;
  /** A path of its own for a render to write; its content becomes the output with `adoptOutput`. */
  partPath(id: string): string;
  adoptOutput(id: string, partPath: string): Promise<void>;
  /** Removes what a render that failed has left. */
  dropPart(partPath: string): Promise<void>;
  outputPath(id: string): string;
  remove(id: string): Promise<void>;
}

export function createRequestStore(
  folder: string,
  onUnreadable: (id: string, reason: string) => void = () => {},
): RequestStore {
  const at = (id: string, name: string) => path.join(folder, id, name);
  const remove = (id: string) => rm(path.join(folder, id), { recursive: true, force: true });
  const save = (request: SandboxRequest) => writeDurably(at(request.id, "request.json"), JSON.stringify(request));

  async function read(id: string): Promise<SandboxRequest | undefined> {
    const text = await readIfThere(at(id, "request.json"));
    if (text === undefined) return undefined;
    try {
      return sandboxRequestSchema.parse(JSON.parse(text));
    } catch (error) {
      onUnreadable(id, error instanceof Error ? error.name : "unknown");
      return undefined;
    }
  }

  /** A folder without a record is a `create` that was cut off before anybody was told of it. */
  async function removeUnrecorded(id: string): Promise<void> {
    if ((await readIfThere(at(id, "request.json"))) === undefined) await remove(id);
  }

  return {
    read,
    save,
    remove,
    // Named anew each time: what a killed process wrote is never taken for a whole file.
    partPath: (id) => at(id, `part-${randomUUID()}.mp4`),
    outputPath: (id) => at(id, "output.mp4"),
    adoptOutput: (id, partPath) => moveDurably(partPath, at(id, "output.mp4")),
    dropPart: (partPath) => rm(partPath, { force: true }),
    dropInput: (id) => rm(at(id, "input.json"), { force: true }),

    async readAll() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const entries = await readdir(folder, { withFileTypes: true });
      const ids = entries.filter((entry) => entry.isDirectory() && REQUEST_ID.test(entry.name)).map(({ name }) => name);
      await Promise.all(ids.map(removeUnrecorded));
      const requests = await Promise.all(ids.map(read));
      return requests.filter((request) => request !== undefined);
    },

    async create(request, input) {
      await mkdir(path.join(folder, request.id), { recursive: true, mode: 0o700 });
      try {
        await writeDurably(at(request.id, "input.json"), JSON.stringify(input));
        // The record comes last: a folder with one is a whole request.
        await save(request);
        await syncPath(folder);
      } catch (error) {
        await remove(request.id);
        throw error;
      }
    },

    async readInput(id) {
      const input = parsed(await readFile(at(id, "input.json"), "utf8"));
      if (!isJsonObject(input)) throw new Error("the stored input is unreadable");
      return input;
    },
  };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    throw error;
  }
}

/** A syntax error would quote the text, and with it a prompt. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
