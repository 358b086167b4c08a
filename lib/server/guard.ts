import { createHostRule } from "@/lib/access/hosts";
import { isFromOwnSite } from "@/lib/access/own-site";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** Names are shown as they came, but not endlessly. */
const MAX_SHOWN = 100;
let isOwnHost: ReturnType<typeof createHostRule> | undefined;

/**
 * What every address asks first, and every page for itself, so that nothing depends on what stands before it.
 * @throws AppError `wrongHost`, `otherSite`
 */
export function guardRequest({ method, headers }: { method: string; headers: Headers }): void {
  guardHost(headers);
  const isRead = method === "GET" || method === "HEAD";
  if (!isRead && !isFromOwnSite(headers, env().publicUrl)) throw new AppError("otherSite");
}

/** @throws AppError `wrongHost` */
export function guardHost(headers: Pick<Headers, "get">): void {
  isOwnHost ??= createHostRule(env());
  const host = headers.get("host");
  if (!isOwnHost(host)) throw new AppError("wrongHost", { host: (host ?? "").slice(0, MAX_SHOWN) });
}
