/** Names one run of one process, so that after a crash it is known which leases nobody holds any more. */
export function leaseOwnerName({ host, pid, run }: { host: string; pid: number; run: string }): string {
  return `${host} ${pid} ${run}`;
}

export type OwnerWorld = {
  /** This run's own name. */
  self: string;
  host: string;
  pid: number;
  isRunning: (pid: number) => boolean;
};

/**
 * False only where the named run is certainly over: it was on this machine, and its process is gone or has become this one. What
 * runs on another machine cannot be seen from here; its leases end by themselves.
 */
export function isOwnerAlive(owner: string, { self, host, pid, isRunning }: OwnerWorld): boolean {
  const [ownerHost, ownerPid] = owner.split(" ");
  if (owner === self || ownerHost !== host) return true;
  return Number(ownerPid) !== pid && isRunning(Number(ownerPid));
}

export function isProcessRunning(pid: number): boolean {
  try {
    // Signal 0 only asks whether one could be sent.
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
