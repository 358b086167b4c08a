import { readFile, writeFile } from "node:fs/promises";

/** How much more than at this moment the process has held since, in MB, at its peak: as Linux counts it, so that no moment is missed. */
export async function watchMemory(pid: number | "self"): Promise<() => Promise<number>> {
  // Forgets the peak of the start.
  await writeFile(`/proc/${pid}/clear_refs`, "5");
  const before = await held(pid, "VmRSS");
  return async () => (await held(pid, "VmHWM")) - before;
}

async function held(pid: number | "self", what: "VmRSS" | "VmHWM"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_000;
}
