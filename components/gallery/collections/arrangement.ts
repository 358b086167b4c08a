import { createStore } from "zustand/vanilla";

type Arrangement = { ids: readonly string[]; state: "still" | "saving" | "saved" | "failed" };

/** The list with the one at `from` standing at `to`. */
export function moved(ids: readonly string[], from: number, to: number): string[] {
  const rest = ids.filter((_, index) => index !== from);
  const [one] = ids.slice(from, from + 1);
  return one === undefined ? rest : rest.toSpliced(Math.max(0, to), 0, one);
}

/** The shortest run of the new order outside of which it is as it was. */
export function changedPart(before: readonly string[], after: readonly string[]): string[] {
  const first = after.findIndex((id, index) => id !== before[index]);
  const last = after.findLastIndex((id, index) => id !== before[index]);
  return first < 0 ? [] : after.slice(first, last + 1);
}

/**
 * The order of a collection while it is changed: shown at once, saved one change after the other. What happens while one is saved
 * is saved together; after a failure the order is the one that was saved last.
 */
export function createArrangement(save: (ids: string[]) => Promise<unknown>) {
  const store = createStore<Arrangement>()(() => ({ ids: [], state: "still" }));
  let saved: readonly string[] = [];
  let wanted: readonly string[] = [];
  let running: Promise<void> | undefined;

  async function saveAll() {
    try {
      for (let part = changedPart(saved, wanted); part.length > 0; part = changedPart(saved, wanted)) {
        const next = wanted;
        store.setState({ state: "saving" });
        await save(part);
        // What was read meanwhile stands behind.
        saved = [...next, ...saved.slice(next.length)];
        store.setState({ state: "saved" });
      }
    } catch {
      wanted = saved;
      store.setState({ ids: saved, state: "failed" });
    }
  }

  return {
    store,
    /** Takes that have been read, in the order in which they are kept. */
    load(ids: readonly string[]) {
      const news = ids.filter((id) => !saved.includes(id));
      if (news.length === 0) return;
      saved = [...saved, ...news];
      wanted = [...wanted, ...news];
      store.setState({ ids: [...store.getState().ids, ...news] });
    },
    /** Shows an order without saving it. */
    show: (ids: readonly string[]) => store.setState({ ids }),
    /** Keeps the order that is shown; resolves when nothing is left to save. */
    keep(): Promise<void> {
      wanted = store.getState().ids;
      running ??= saveAll().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

export type Arranging = ReturnType<typeof createArrangement>;
