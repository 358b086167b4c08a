import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const TIME_OUT_MS = 5_000;

/**
 * An ffmpeg that has libx264: the given one, else the first on `pathVariable` (the text of PATH). Undefined where there is none; the
 * encoder that needs no program then does the work. Never throws.
 */
export async function findFfmpeg(path: string | undefined, pathVariable: string): Promise<string | undefined> {
  const names = process.platform === "win32" ? ["ffmpeg.exe"] : ["ffmpeg"];
  const folders = pathVariable.split(delimiter).filter((folder) => folder !== "");
  const candidates =
    path === undefined
      ? folders.flatMap((folder) => names.map((name) => join(/* turbopackIgnore: true */ folder, name)))
      : [path];
  for (const candidate of candidates) {
    if (await isExecutable(candidate)) return (await hasX264(candidate)) ? candidate : undefined;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(/* turbopackIgnore: true */ path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function hasX264(path: string): Promise<boolean> {
  return run(path, ["-hide_banner", "-encoders"], { timeout: TIME_OUT_MS }).then(
    ({ stdout }) => stdout.includes("libx264"),
    () => false,
  );
}
