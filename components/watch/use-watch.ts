"use client";
import { useEffect, useRef, useState } from "react";
import type { WireJob } from "@/lib/api/contract";
import { askStudio } from "./ask";
import { idsInView } from "./in-view";
import { leadByLock } from "./leadership";
import { type Message, type News, openChannel } from "./message";
import { createTicker } from "./ticker";
import { type Unseen, withEnds, withoutIds } from "./unseen";
import { createWatcher } from "./watcher";

/** How soon a take that comes into view by choosing it is taken as seen. */
const LOOK_EVERY_MS = 500;

export type WatchOptions = {
  /** Calls back at once and whenever this tab follows other takes. */
  onFollow: (follow: (ids: readonly string[]) => void) => () => void;
  /** Gives how to ask without waiting. */
  onStart: (look: () => void) => void;
  onNews: (news: News) => void;
  onStale: (isStale: boolean) => void;
  /** Called in one tab of all: the one that has to make itself heard. */
  onEnded: (ended: readonly WireJob[]) => void;
};

/** Watches all takes of the studio, together with the other tabs of this browser. */
export function useWatch(options: WatchOptions) {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const [news, setNews] = useState<News>({ active: [], ended: [] });
  const [inView, setInView] = useState<readonly WireJob[]>([]);
  const [unseen, setUnseen] = useState<Unseen>([]);
  const post = useRef<(message: Message) => void>(() => undefined);

  useEffect(() => {
    const channel = openChannel();
    const ticker = createTicker();
    post.current = channel.post;
    const onNews = (fresh: News, isLeader: boolean) => {
      const ids = idsInView();
      const ended = fresh.ended.filter(({ id }) => !ids.has(id));
      latest.current.onNews(fresh);
      setNews(fresh);
      setInView([...fresh.active, ...fresh.ended].filter(({ id }) => ids.has(id)));
      setUnseen((unseen) => withEnds(unseen, { ...fresh, ended }));
      if (fresh.ended.length > 0 && isLeader) latest.current.onEnded(fresh.ended);
      const seen = fresh.ended.filter(({ id }) => ids.has(id)).map(({ id }) => id);
      if (seen.length > 0) channel.post({ kind: "seen", ids: seen, dismissed: false });
    };
    const deafen = channel.listen((message) => {
      if (message.kind !== "seen") return;
      // Somebody who has this tab before their eyes too may still want to go there from here.
      if (!message.dismissed && document.visibilityState === "visible") return;
      setUnseen((unseen) => withoutIds(unseen, new Set(message.ids)));
    });
    const watcher = createWatcher({
      ask: askStudio(),
      channel,
      lead: leadByLock(navigator.locks),
      after: ticker.after,
      isVisible: () => document.visibilityState === "visible",
      onNews,
      onStale: (isStale) => latest.current.onStale(isStale),
    });
    const unfollow = latest.current.onFollow(watcher.follow);
    latest.current.onStart(watcher.look);
    document.addEventListener("visibilitychange", watcher.turn);
    window.addEventListener("online", watcher.look);
    return () => {
      document.removeEventListener("visibilitychange", watcher.turn);
      window.removeEventListener("online", watcher.look);
      unfollow();
      watcher.stop();
      deafen();
      ticker.stop();
      channel.close();
    };
  }, []);

  useEffect(() => {
    if (unseen.length === 0) return;
    const look = () => {
      const inView = idsInView();
      const ids = unseen.filter(({ id }) => inView.has(id)).map(({ id }) => id);
      if (ids.length === 0) return;
      setUnseen((before) => withoutIds(before, new Set(ids)));
      post.current({ kind: "seen", ids, dismissed: false });
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [unseen]);

  const dismiss = (seen: Unseen) => {
    const ids = seen.map(({ id }) => id);
    setUnseen((before) => withoutIds(before, new Set(ids)));
    post.current({ kind: "seen", ids, dismissed: true });
  };
  return {
    news,
    /** Of these, what a person could see on this page when they came. */
    inView,
    unseen,
    dismiss,
  };
}
