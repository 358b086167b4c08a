import { env } from "@/lib/env";

/** The second lock: whatever the forms of the log let through, the secrets of this studio's settings are not in it. */
export function hideSettings(line: string): string {
  const { runcomfyKey, password, proxySecret } = settings() ?? {};
  const secrets = [password, proxySecret].flatMap((secret) => secret?.reveal() ?? []);
  const hidden = runcomfyKey?.redact(line) ?? line;
  return secrets.flatMap(spellings).reduce((text, spelling) => text.replaceAll(spelling, "[secret]"), hidden);
}

function spellings(secret: string): string[] {
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
}

/** Undefined where the settings themselves are wrong: then nothing was opened with them. */
function settings() {
  try {
    return env();
  } catch {
    return undefined;
  }
}
