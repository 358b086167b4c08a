import type { JsonObject } from "@/lib/json";
import { cancelled, type EndedRequest, type RenderingRequest, type SandboxRequest } from "./request";
import type { RequestStore } from "./request-store";
import { expendable, isExpired } from "./retention";

export type LedgerOptions = {
  store: RequestStore;
  nowMs: () => number;
  onFailure: (event: string, error: unknown) => void;
};

/** All requests, in memory and on disk. A change is durable when its promise is fulfilled. */
export class Ledger {
  readonly #options: LedgerOptions;
  readonly #requests = new Map<string, SandboxRequest>();
  #loading: Promise<void> | undefined;
  #lastSequence = 0;

  constructor(options: LedgerOptions) {
    this.#options = options;
  }

  /** Reads what is on disk, once; to be awaited before anything else. A failed reading is tried again by the next call. */
  load(): Promise<void> {
    this.#loading ??= this.#read().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  all(): SandboxRequest[] {
    return [...this.#requests.values()];
  }

  /** Undefined for one that never existed or has expired. Looks on disk too, where another process may have put it. */
  async find(id: string): Promise<SandboxRequest | undefined> {
    const request = this.#requests.get(id) ?? (await this.#options.store.read(id));
    return request === undefined || isExpired(request, this.#options.nowMs()) ? undefined : request;
  }

  nextSequence(): number {
    this.#lastSequence += 1;
    return this.#lastSequence;
  }

  /** Seen only once it is durable. @throws Error when it could not be stored; then there is no such request. */
  async add(request: SandboxRequest, input: JsonObject): Promise<void> {
    await this.#options.store.create(request, input);
    this.#requests.set(request.id, request);
  }

  /** Seen at once, so that nobody can cancel it any more; durable when fulfilled. */
  async begin(request: RenderingRequest): Promise<void> {
    this.#requests.set(request.id, request);
    await this.#options.store.save(request);
  }

  /** Seen once it is durable, so that no caller is told of an end that a crash takes back; where storing fails, all the same. */
  async end(request: EndedRequest): Promise<void> {
    try {
      await this.#options.store.save(request);
    } finally {
      this.#requests.set(request.id, request);
    }
    await this.#tidyAfter(request);
  }

  /** Cancels what is still queued in this process; true where it did. @throws Error when that could not be stored */
  async cancel(id: string): Promise<boolean> {
    const request = this.#requests.get(id);
    if (request?.status !== "queued") return false;
    const end = cancelled(request, this.#options.nowMs());
    // At once, so that no render begins meanwhile.
    this.#requests.set(id, end);
    try {
      await this.#options.store.save(end);
    } catch (error) {
      this.#requests.set(id, request);
      throw error;
    }
    await this.#tidyAfter(end);
    return true;
  }

  async #read(): Promise<void> {
    for (const request of await this.#options.store.readAll()) {
      this.#requests.set(request.id, request);
      this.#lastSequence = Math.max(this.#lastSequence, request.sequence);
    }
    await this.#sweep();
  }

  async #tidyAfter(request: EndedRequest): Promise<void> {
    await this.#options.store.dropInput(request.id).catch((error: unknown) => this.#options.onFailure("drop", error));
    await this.#sweep();
  }

  async #sweep(): Promise<void> {
    for (const { id } of expendable(this.all(), this.#options.nowMs())) {
      this.#requests.delete(id);
      // What cannot be removed now is found again at the next start.
      await this.#options.store.remove(id).catch((error: unknown) => this.#options.onFailure("remove", error));
    }
  }
}
