import { isJsonObject } from "@/lib/json";

/** A request as text, and the take that it made where the file says so. */
export type FileSettings = { text: string; from?: string };

const MAX_JSON_BYTES = 4_000_000;

/** Files that may hold settings; whether they do is seen by looking. */
export function mayHoldSettings({ name, type }: File): boolean {
  return isJsonFile(name, type) || /^video\/(mp4|quicktime)$/.test(type) || /\.(mp4|m4v|mov)$/i.test(name);
}

function isJsonFile(name: string, type: string): boolean {
  return type === "application/json" || /\.json$/i.test(name);
}

/** Undefined where there are none. Throws where the file cannot be read, as a folder cannot. */
export async function settingsOf(file: File): Promise<FileSettings | undefined> {
  if (isJsonFile(file.name, file.type)) {
    if (file.size > MAX_JSON_BYTES) return undefined;
    const text = await file.text();
    return { text, ...takeOf(text) };
  }
  const { readEmbeddedSettings } = await import("@/lib/media/embedded-settings");
  const settings = await readEmbeddedSettings(file);
  if (!settings) return undefined;
  const { modelId, input, jobId: from } = settings;
  return { text: JSON.stringify({ modelId, input }, null, 2), ...(from !== undefined && { from }) };
}

function takeOf(text: string): { from?: string } {
  try {
    const value: unknown = JSON.parse(text);
    const jobId = isJsonObject(value) ? value.jobId : undefined;
    return typeof jobId === "string" ? { from: jobId } : {};
  } catch {
    return {};
  }
}
