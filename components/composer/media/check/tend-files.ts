import { detailOf, uploadFile } from "@/lib/api/client";
import type { Translator } from "@/lib/i18n/translator";
import type { MediaItem, MediaSlot } from "../../composition";
import type { CompositionStore } from "../../composition-store";
import { factsOfAsset } from "../item-of-asset";
import { createTurns } from "./in-turn";
import { inspectFile } from "./inspect-file";
import { issueOf, wordsFor } from "./judge";
import { fileOf } from "./kept-files";

const checks = createTurns(1);
const uploads = createTurns(2);

const tended = new WeakMap<CompositionStore, { say: Translator }>();

/**
 * Looks after the files of a form from now on. Whoever adds a tile that is "checking", puts one back or moves one to another form
 * has it checked and sent; whoever takes one out has that stopped. What was stored before is held to the limits of its new slot.
 */
export function tendFiles(store: CompositionStore, say: Translator) {
  const known = tended.get(store);
  if (known) {
    known.say = say;
    return;
  }
  const words = { say };
  tended.set(store, words);
  const running = new Map<string, AbortController>();

  const begin = (slot: MediaSlot, key: string) => {
    const work = new AbortController();
    running.set(key, work);
    void bringIn({ store, slot, key, say: words.say, signal: work.signal }).finally(() => {
      if (running.get(key) === work) running.delete(key);
    });
  };
  const look = () => {
    const { slots, media } = store.getState();
    const places = slots.flatMap((slot) => (media[slot.id] ?? []).map((item) => ({ slot, item })));
    const pending = places.filter(({ item }) => item.state === "checking" || item.state === "uploading");
    for (const [key, work] of running) {
      if (pending.some(({ item }) => item.key === key)) continue;
      running.delete(key);
      work.abort();
    }
    for (const { slot, item } of pending) if (!running.has(item.key)) begin(slot, item.key);
    for (const { slot, item } of places) {
      const change = judged(slot, item, words.say);
      if (change) store.getState().patchItem(slot.id, item.key, change);
    }
  };
  store.subscribe((state, before) => state.media !== before.media && look());
  look();
}

/** A stored file is refused where it breaks a limit, and ready again where it no longer does. */
function judged(slot: MediaSlot, item: MediaItem, say: Translator): Partial<MediaItem> | undefined {
  if (!item.ref?.startsWith("asset:")) return undefined;
  const issue = issueOf(slot, item);
  if (issue && item.state === "ready") return { state: "refused", problem: wordsFor(say, issue) };
  if (!issue && item.state === "refused") return { state: "ready", problem: "" };
  return undefined;
}

type Errand = { store: CompositionStore; slot: MediaSlot; key: string; say: Translator; signal: AbortSignal };

async function bringIn({ store, slot, key, say, signal }: Errand): Promise<void> {
  const item = () => store.getState().media[slot.id]?.find((entry) => entry.key === key);
  const patch = (change: Partial<MediaItem>) => {
    if (!signal.aborted) store.getState().patchItem(slot.id, key, change);
  };
  const refuse = (problem: string) => patch({ state: "refused", problem });

  const file = fileOf(key);
  if (!file) return refuse(say("checks.stopped"));
  const found = await checks(() => inspectFile(file)).catch(() => undefined);
  if (!found) return refuse(say("checks.gone"));
  patch(found.facts);
  const current = item();
  if (signal.aborted || !current) return;
  const issue = issueOf(slot, current);
  if (issue) return refuse(wordsFor(say, issue));
  if (found.unreadable) return refuse(say("problems.unreadableFile", { reason: found.unreadable }));
  patch({ state: "uploading", progress: 0, problem: "" });
  try {
    const asset = await uploads(() => {
      signal.throwIfAborted();
      return uploadFile(file, { onProgress: (progress) => patch({ progress }), signal });
    });
    patch({ state: "ready", ...factsOfAsset(asset) });
  } catch (error) {
    refuse(detailOf(error) ?? say("media.uploadFailed", { name: file.name }));
  }
}
