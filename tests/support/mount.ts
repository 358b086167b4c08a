import { execFileSync } from "node:child_process";
import { onTestFinished } from "vitest";

/** Mounts onto `folder` until the test ends; false where this user may not. Each step is a call of `mount`. */
export function mountOnto(folder: string, ...steps: string[][]): boolean {
  try {
    for (const args of steps) execFileSync("mount", [...args, folder], { stdio: "ignore" });
  } catch {
    return false;
  }
  // A closed database can keep its file for a moment.
  onTestFinished(() => void execFileSync("umount", ["--lazy", folder]));
  return true;
}

/** A disk of its own size. */
export function smallDisk(size: string): string[] {
  return ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs"];
}
