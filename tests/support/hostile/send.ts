export type Upload = { content: Uint8Array; name?: string | undefined; type?: string | undefined };
export type Answer = {
  status: number;
  code?: string;
  detail?: string;
  asset?: { id: string; url: string; name: string | null };
};

const BOUNDARY = "----hostile";

/** One file to the studio's upload address, as the body or in a form whose head is written by hand. */
export async function send(url: URL, { content, name, type }: Upload, as: "body" | "form"): Promise<Answer> {
  const address = new URL("/api/uploads", url);
  const form = {
    body: inForm(content, name ?? "cat.png", type ?? "image/png"),
    type: `multipart/form-data; boundary=${BOUNDARY}`,
  };
  const sent = as === "form" ? form : { body: content, type: type ?? "video/mp4" };
  if (as === "body" && name !== undefined) address.searchParams.set("name", name);
  const headers = { "content-type": sent.type };
  const response = await fetch(address, { method: "POST", headers, body: new Uint8Array(sent.body) });
  return { ...(await response.json()), status: response.status };
}

function inForm(content: Uint8Array, name: string, type: string): Buffer {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}
