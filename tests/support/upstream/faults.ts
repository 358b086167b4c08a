import type { Fault, Verb } from "./script";

/** The faults that are still to come, each with its own count. */
export function createFaultList(faults: readonly Fault[]) {
  let left = counted(faults);
  return {
    replace(next: readonly Fault[]): void {
      left = counted(next);
    },
    /** The fault that applies to this request, counting it. */
    take(verb: Verb): Fault | undefined {
      const next = left.find((candidate) => candidate.fault.verb === verb && candidate.times > 0);
      if (!next) return undefined;
      if (next.skip > 0) {
        next.skip--;
        return undefined;
      }
      next.times--;
      return next.fault;
    },
  };
}

function counted(faults: readonly Fault[]) {
  return faults.map((fault) => ({ fault, times: fault.times ?? 1, skip: fault.skip ?? 0 }));
}
