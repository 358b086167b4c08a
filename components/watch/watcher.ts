import { type Ask, lookAround } from "./ledger";
import type { Channel, Message, News } from "./message";
import { pauseMs } from "./rhythm";

/** Whether this tab is the one that asks; `takeOver` takes that from another. */
export type Leadership = (on: { won: () => void; lost: () => void }) => { takeOver: () => void; leave: () => void };

export type Watcher = {
  /** The takes that the pages of this tab know to go on. */
  follow: (ids: readonly string[]) => void;
  /** Without waiting for the next look. */
  look: () => void;
  /** To be called when the tab comes into view or leaves it. */
  turn: () => void;
  stop: () => void;
};

/** One tab's part in watching the takes: it asks for all tabs while it leads, and hears from the leader else. */
export function createWatcher(options: {
  ask: Ask;
  channel: Channel;
  lead: Leadership;
  after: (ms: number, act: () => void) => () => void;
  isVisible: () => boolean;
  onNews: (news: News, isLeader: boolean) => void;
  onStale: (isStale: boolean) => void;
}): Watcher {
  const { ask, channel, after, isVisible } = options;
  let active: News["active"] = [];
  let followed: readonly string[] = [];
  const wanted = new Set<string>();
  const told = new Set<string>();
  let isLeading = false;
  let isLooking = false;
  let isAskedAgain = false;
  let isStale = false;
  let failures = 0;
  let cancelNext = () => {};

  const isKnown = (id: string) => active.some((job) => job.id === id);
  const isUnderWay = () => active.length > 0 || wanted.size > 0;

  function take(news: News): void {
    active = news.active;
    for (const { id } of active) told.delete(id);
    const ended = news.ended.filter(({ id }) => !told.has(id));
    for (const { id } of ended) told.add(id);
    options.onNews({ active, ended }, isLeading);
  }

  function tell(news: News): void {
    channel.post({ kind: "news", news });
    take(news);
  }

  function setStale(next: boolean): void {
    if (next === isStale) return;
    isStale = next;
    options.onStale(next);
    if (isLeading) channel.post({ kind: "stale", isStale: next });
  }

  async function look(): Promise<void> {
    isAskedAgain = isLooking;
    if (!isLeading || isLooking) return;
    isLooking = true;
    cancelNext();
    const asked = [...wanted];
    try {
      const news = await lookAround([...active.map(({ id }) => id), ...asked], ask);
      failures = 0;
      for (const id of asked) wanted.delete(id);
      if (isLeading && !news.isSame) tell(news);
    } catch {
      failures += 1;
    }
    isLooking = false;
    if (!isLeading) return;
    setStale(failures > 0 && isUnderWay());
    const pause = pauseMs({ failures, isUnderWay: isUnderWay(), isVisible: isVisible() });
    if (isAskedAgain) void look();
    else if (pause !== undefined) cancelNext = after(pause, () => void look());
  }

  function want(ids: readonly string[]): void {
    const fresh = ids.filter((id) => !isKnown(id));
    for (const id of fresh) wanted.add(id);
    if (fresh.length > 0) void look();
  }

  function hear(message: Message): void {
    if (message.kind === "news") take(message.news);
    else if (message.kind === "stale") setStale(message.isStale);
    else if (message.kind === "who") sayFollowed();
    else if (message.kind === "leaving" && isVisible()) leadership.takeOver();
    else if (message.kind === "look") void look();
    else if (message.kind === "following" && isLeading) {
      // Who asks may have missed what was told before.
      if (active.length > 0) channel.post({ kind: "news", news: { active, ended: [] } });
      want(message.ids);
    }
  }

  function sayFollowed(): void {
    channel.post({ kind: "following", ids: [...new Set([...followed, ...active.map(({ id }) => id)])] });
  }

  const deafen = channel.listen(hear);
  const leadership = options.lead({
    won: () => {
      isLeading = true;
      failures = 0;
      channel.post({ kind: "who" });
      for (const id of followed) if (!isKnown(id)) wanted.add(id);
      void look();
    },
    lost: () => {
      isLeading = false;
      cancelNext();
    },
  });
  if (isVisible()) leadership.takeOver();

  return {
    follow: (ids) => {
      const isNews = ids.some((id) => !followed.includes(id) && !isKnown(id));
      followed = ids;
      if (isLeading) want(ids);
      else if (isNews) sayFollowed();
    },
    look: () => {
      if (isLeading) void look();
      else channel.post({ kind: "look" });
    },
    turn: () => {
      if (!isVisible()) channel.post({ kind: "leaving" });
      else if (isLeading) void look();
      else leadership.takeOver();
    },
    stop: () => {
      isLeading = false;
      cancelNext();
      deafen();
      leadership.leave();
    },
  };
}
