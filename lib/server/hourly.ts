const EVERY_MS = 60 * 60_000;

/** Runs `run` now and once an hour, until it is stopped; one that fails is tried again an hour later. */
export function createHourly({ run, onError }: { run: () => Promise<unknown>; onError: (error: unknown) => void }) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  const runOnce = () => {
    running = run().catch(onError);
  };
  return {
    start() {
      runOnce();
      timer = setInterval(runOnce, EVERY_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
