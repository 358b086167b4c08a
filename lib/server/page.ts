import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Locale } from "@/lib/i18n/locales";
import { localeOf } from "@/lib/i18n/resolve";
import { type Container, getContainer } from "./container";
import { guardHost, guardOpen } from "./guard";

/** What every page of the studio begins with: whether it may be shown at all, in which language, and the studio itself. */
export async function openPage(): Promise<{ locale: Locale; container: Container }> {
  const { locale, container, isKnown } = await openSignIn();
  if (!isKnown) redirect("/login");
  return { locale, container };
}

/** The same for the page that asks who one is. */
export async function openSignIn(): Promise<{ locale: Locale; container: Container; isKnown: boolean }> {
  const request = await headers();
  const container = await getContainer();
  try {
    guardHost(request);
    guardOpen(request, container.access);
  } catch {
    notFound();
  }
  return { locale: localeOf(request), container, isKnown: (await container.access.identify(request)) !== undefined };
}
