const MAX_CHARACTERS = 60;

/** How a prompt begins, in one line; undefined where there is none. */
export function promptStart(prompt: unknown): string | undefined {
  if (typeof prompt !== "string" || prompt.trim() === "") return undefined;
  const characters = [...prompt.trim().replace(/\s+/g, " ")];
  return characters.slice(0, MAX_CHARACTERS).join("") + (characters.length > MAX_CHARACTERS ? "…" : "");
}
