/** Timers that also run in a hidden tab, where the browser slows a page's own down to one a minute. */
export function createTicker(openWorker: () => Worker = () => new Worker("/ticker.js")) {
  let worker: Worker | undefined;
  let hasWorker = true;
  let lastId = 0;
  const waiting = new Map<number, { act: () => void; ms: number }>();

  const fire = (id: number) => {
    const found = waiting.get(id);
    waiting.delete(id);
    found?.act();
  };
  const byPage = (id: number, ms: number) => setTimeout(() => fire(id), ms);

  function giveUpWorker(): void {
    hasWorker = false;
    for (const [id, { ms }] of waiting) byPage(id, ms);
  }

  function start(id: number, ms: number): void {
    if (!hasWorker) {
      byPage(id, ms);
      return;
    }
    try {
      worker ??= listenTo(openWorker());
      worker.postMessage({ id, ms });
    } catch {
      giveUpWorker();
    }
  }

  function listenTo(opened: Worker): Worker {
    opened.onmessage = ({ data }) => fire(data);
    opened.onerror = giveUpWorker;
    return opened;
  }

  return {
    after: (ms: number, act: () => void) => {
      const id = ++lastId;
      waiting.set(id, { act, ms });
      start(id, ms);
      return () => void waiting.delete(id);
    },
    stop: () => {
      waiting.clear();
      worker?.terminate();
    },
  };
}
