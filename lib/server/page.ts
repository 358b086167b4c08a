import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { Locale } from "@/lib/i18n/locales";
import { localeOf } from "@/lib/i18n/resolve";
import { type Container, getContainer } from "./container";
import { guardHost } from "./guard";

/** What every page of the studio begins with: whether it may be shown at all, in which language, and the studio itself. */
export async function openPage(): Promise<{ locale: Locale; container: Container }> {
  const request = await headers();
  try {
    guardHost(request);
  } catch {
    notFound();
  }
  return { locale: localeOf(request), container: await getContainer() };
}
