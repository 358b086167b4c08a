import { isLoopback } from "./visitor";

/**
 * Whether somebody else than this machine asked, by what a proxy or tunnel adds. Next itself names the socket's address in
 * `x-forwarded-for` where nothing came before it.
 */
export function isForwarded(headers: Pick<Headers, "get">): boolean {
  if (headers.get("forwarded") !== null || headers.get("x-real-ip") !== null) return true;
  const addresses = headers.get("x-forwarded-for")?.split(",") ?? [];
  return addresses.some((address) => !isLoopback(address.trim().replace(/^::ffff:/i, "")));
}
