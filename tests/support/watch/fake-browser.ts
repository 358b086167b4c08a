import type { Ask } from "@/components/watch/ledger";
import type { Channel, Message, News } from "@/components/watch/message";
import { createWatcher, type Leadership, type Watcher } from "@/components/watch/watcher";
import type { WireJob } from "@/lib/api/contract";

export function job(id: string, status: WireJob["status"] = "running", more: Partial<WireJob> = {}): WireJob {
  return {
    id,
    modelId: "a/b",
    modelName: "A model",
    upstream: "sandbox",
    status,
    input: {},
    outputs: [],
    createdAt: "2026-01-01T00:00:00.000Z",
    actions: { canCancel: false, canRetry: false, canLookAgain: false, canShare: false, canDelete: false },
    ...more,
  };
}

/** A studio with room for so many takes on its list, and a count of what it was asked. */
export class FakeStudio {
  jobs = new Map<string, WireJob>();
  isDown = false;
  lists = 0;
  idsAsked: string[][] = [];
  #room: number;

  constructor(room = 200) {
    this.#room = room;
  }

  put(...jobs: WireJob[]): void {
    for (const one of jobs) this.jobs.set(one.id, one);
  }

  /** As one tab's client: it remembers the answer before. */
  ask(): Ask {
    let last = "";
    return {
      active: async () => {
        this.lists += 1;
        if (this.isDown) throw new Error("down");
        const going = [...this.jobs.values()].filter(({ status }) => status !== "succeeded" && status !== "failed");
        const jobs = going.slice(0, this.#room);
        const text = JSON.stringify(jobs);
        const isSame = text === last;
        last = text;
        return { jobs, isSame };
      },
      byIds: async (ids) => {
        if (this.isDown) throw new Error("down");
        this.idsAsked.push([...ids]);
        return ids.flatMap((id) => this.jobs.get(id) ?? []);
      },
    };
  }
}

/** Tabs that share a channel, a lock and a clock, without a browser. */
export class FakeBrowser {
  readonly studio: FakeStudio;
  readonly tabs: FakeTab[] = [];
  nowMs = 0;
  timers: { atMs: number; act: () => void }[] = [];
  queue: { tab: object; won: () => void; lost: () => void }[] = [];

  constructor(studio = new FakeStudio()) {
    this.studio = studio;
  }

  async open(options: { isVisible?: boolean; follows?: string[] } = {}): Promise<FakeTab> {
    const tab = new FakeTab(this, options.isVisible ?? true);
    this.tabs.push(tab);
    tab.start();
    if (options.follows) tab.watcher.follow(options.follows);
    await settle();
    return tab;
  }

  after = (ms: number, act: () => void) => {
    const timer = { atMs: this.nowMs + ms, act };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  };

  async pass(ms: number): Promise<void> {
    const end = this.nowMs + ms;
    await settle();
    for (;;) {
      const next = this.timers.filter(({ atMs }) => atMs <= end).sort((a, b) => a.atMs - b.atMs)[0];
      if (!next) break;
      this.nowMs = next.atMs;
      this.timers = this.timers.filter((one) => one !== next);
      next.act();
      await settle();
    }
    this.nowMs = end;
  }
}

export class FakeTab {
  readonly told: News[] = [];
  readonly heardAsLeader: string[] = [];
  stale: boolean | undefined;
  isVisible: boolean;
  watcher: Watcher = { follow: () => {}, look: () => {}, turn: () => {}, stop: () => {} };
  readonly #browser: FakeBrowser;
  readonly #ears = new Set<(message: Message) => void>();

  constructor(browser: FakeBrowser, isVisible: boolean) {
    this.#browser = browser;
    this.isVisible = isVisible;
  }

  get ended(): string[] {
    return this.told.flatMap(({ ended }) => ended.map(({ id }) => id));
  }

  get leads(): boolean {
    return this.#browser.queue[0]?.tab === this;
  }

  start(): void {
    this.watcher = createWatcher({
      ask: this.#browser.studio.ask(),
      channel: this.#channel(),
      lead: this.#lead,
      after: this.#browser.after,
      isVisible: () => this.isVisible,
      onNews: (news, isLeader) => {
        this.told.push(news);
        if (isLeader) this.heardAsLeader.push(...news.ended.map(({ id }) => id));
      },
      onStale: (isStale) => {
        this.stale = isStale;
      },
    });
  }

  async turn(isVisible: boolean): Promise<void> {
    this.isVisible = isVisible;
    this.watcher.turn();
    await settle();
  }

  async close(): Promise<void> {
    this.watcher.stop();
    await settle();
  }

  #channel(): Channel {
    return {
      post: (message) => {
        for (const tab of this.#browser.tabs) if (tab !== this) queueMicrotask(() => tab.#hear(message));
      },
      listen: (take) => {
        this.#ears.add(take);
        return () => this.#ears.delete(take);
      },
    };
  }

  #hear(message: Message): void {
    for (const take of this.#ears) take(message);
  }

  #lead: Leadership = (on) => {
    const { queue } = this.#browser;
    const place = { tab: this, ...on };
    const isFirst = queue.push(place) === 1;
    if (isFirst) queueMicrotask(on.won);
    return {
      takeOver: () => {
        const [before] = queue;
        queue.splice(queue.indexOf(place), 1);
        queue.unshift(place);
        if (before !== place) before?.lost();
        queueMicrotask(on.won);
      },
      leave: () => {
        const wasFirst = queue[0] === place;
        queue.splice(queue.indexOf(place), 1);
        const [next] = queue;
        if (wasFirst && next) queueMicrotask(next.won);
      },
    };
  };
}

/** Until nothing that was promised is left. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
}
