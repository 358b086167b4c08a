import type { WireJob } from "@/lib/api/contract";

/** What a look at the studio brought: all takes that go on, and those whose end was learnt by it. */
export type News = { active: readonly WireJob[]; ended: readonly WireJob[] };

/** What the tabs of the studio say to each other. One of them, the leader, asks the studio for all. */
export type Message =
  | { kind: "news"; news: News }
  | { kind: "stale"; isStale: boolean }
  /** A new leader asks what the others know to be under way. */
  | { kind: "who" }
  | { kind: "following"; ids: readonly string[] }
  /** Somebody knows that there is something new: do not wait for the next look. */
  | { kind: "look" }
  /** The leader is no longer visible: a visible tab should lead. */
  | { kind: "leaving" }
  /** Ends that a person has seen; `dismissed` says that the message itself was put away. */
  | { kind: "seen"; ids: readonly string[]; dismissed: boolean };

export type Channel = { post: (message: Message) => void; listen: (take: (message: Message) => void) => () => void };

const NAME = "dailies-watch";

/** To all other tabs of this browser; where there is no such thing, a tab is alone. */
export function openChannel(): Channel & { close: () => void } {
  if (typeof BroadcastChannel === "undefined") {
    return { post: () => undefined, listen: () => () => undefined, close: () => undefined };
  }
  const channel = new BroadcastChannel(NAME);
  return {
    post: (message) => channel.postMessage(message),
    listen: (take) => {
      const onMessage = (event: MessageEvent<Message>) => take(event.data);
      channel.addEventListener("message", onMessage);
      return () => channel.removeEventListener("message", onMessage);
    },
    close: () => channel.close(),
  };
}
