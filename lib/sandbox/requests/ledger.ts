import type { JsonObject } from "@/lib/json";
import { cancelled, isEnded, type SandboxRequest } from "./request";
import type { RequestStore } from "./request-store";
import { expendable, isExpired } from "./retention";

export type LedgerOptions = {
  store: RequestStore;
  nowMs: () => number;
  onFailure: (event: string, error: unknown) => void;
};

/** All requests, in memory and on disk. A change is seen at once and is durable when its promise is fulfilled. */
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

  async put(request: SandboxRequest): Promise<void> {
    this.#requests.set(request.id, request);
    await this.#options.store.save(request);
    if (!isEnded(request)) return;
    await this.#options.store.dropInput(request.id);
    await this.#sweep();
  }

  /** Cancels what is still queued in this process; true where it did. */
  async cancel(id: string): Promise<boolean> {
    const request = this.#requests.get(id);
    if (request?.status !== "queued") return false;
    await this.put(cancelled(request, this.#options.nowMs()));
    return true;
  }

  async #read(): Promise<void> {
    for (const request of await this.#options.store.readAll()) {
      this.#requests.set(request.id, request);
      this.#lastSequence = Math.max(this.#lastSequence, request.sequence);
    }
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
