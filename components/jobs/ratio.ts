import type { WireJob } from "@/lib/api/contract";

/** The ratio that a take has, or will have. */
export function ratioOf(job: WireJob): number {
  const output = job.outputs[0];
  const frame = output?.width && output.height ? { width: output.width, height: output.height } : job.frame;
  return frame ? frame.width / frame.height : 16 / 9;
}
