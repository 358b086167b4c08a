const MAX_FORM_BYTES = 4_096;

/** The password that a plain form sends; empty where the body is anything else. No more than a form's worth is read. */
export async function readPassword(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of request.body ?? []) {
    byteCount += chunk.byteLength;
    if (byteCount > MAX_FORM_BYTES) return "";
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8")).get("password") ?? "";
}
