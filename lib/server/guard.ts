import { isForwarded } from "@/lib/access/forwarded";
import { createHostRule } from "@/lib/access/hosts";
import { isFromOwnSite } from "@/lib/access/own-site";
import { mayDo, type Need, type Visitor } from "@/lib/access/visitor";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { AccessService } from "./access-service";

/** Names are shown as they came, but not endlessly. */
const MAX_SHOWN = 100;
let isOwnHost: ReturnType<typeof createHostRule> | undefined;

/**
 * What every address asks first, and every page for itself, so that nothing depends on what stands before it.
 * @throws AppError `wrongHost`, `otherSite`
 */
export function guardRequest({ method, headers }: { method: string; headers: Headers }): void {
  guardHost(headers);
  if (!isRead(method) && !isFromOwnSite(headers, env().publicUrl)) throw new AppError("otherSite");
}

/**
 * Who asks, where that is known and allowed what the request needs.
 * @throws AppError `passwordMissing`, `signInNeeded`, `notAllowed`
 */
export async function admit(
  { method, headers }: { method: string; headers: Headers },
  access: Pick<AccessService, "identify" | "isOpen">,
  need: Need | "nothing" = isRead(method) ? "read" : "manage",
): Promise<Visitor | undefined> {
  guardOpen(headers, access);
  const visitor = await access.identify(headers);
  if (need === "nothing") return visitor;
  if (!visitor) throw new AppError("signInNeeded");
  if (!mayDo(visitor, need)) throw new AppError("notAllowed");
  return visitor;
}

export function isRead(method: string): boolean {
  return method === "GET" || method === "HEAD";
}

/** @throws AppError `wrongHost` */
export function guardHost(headers: Pick<Headers, "get">): void {
  isOwnHost ??= createHostRule(env());
  const host = headers.get("host");
  if (!isOwnHost(host)) throw new AppError("wrongHost", { host: (host ?? "").slice(0, MAX_SHOWN) });
}

/**
 * Where nobody signs in the studio is for this machine alone, and a proxy or tunnel in front of it brings in others.
 * @throws AppError `passwordMissing`
 */
export function guardOpen(headers: Pick<Headers, "get">, { isOpen }: Pick<AccessService, "isOpen">): void {
  if (isOpen && isForwarded(headers)) throw new AppError("passwordMissing");
}
