const HOST = /^([\w.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** Where a visitor reaches this studio: as it is set, else as the request says. Without a slash at its end. */
export function publicOrigin(headers: Headers, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl;
  const host = headers.get("host") ?? "";
  const protocol = headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https" ? "https" : "http";
  return `${protocol}://${HOST.test(host) ? host : "localhost"}`;
}
