const LOOK_EVERY_MS = 500;

/**
 * Calls `then` once when the process that started this one has ended. For use under npm only: npm hands a signal to the shell that
 * it starts a script with, and where that is dash, the shell ends without passing it on and the script would run on unseen.
 */
export function whenParentEnds(then: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, LOOK_EVERY_MS);
  timer.unref();
}
