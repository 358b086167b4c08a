const EVERY_MS = 60 * 60_000;

/** Runs `purge` now and once an hour, until it is stopped; one that fails is tried again an hour later. */
export function createTrashTimer({
  purge,
  onError,
}: {
  purge: () => Promise<unknown>;
  onError: (error: unknown) => void;
}) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  const run = () => {
    running = purge().catch(onError);
  };
  return {
    start() {
      run();
      timer = setInterval(run, EVERY_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
