import "@/app/_plain/plain.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type Answer, PasswordForm } from "@/app/_plain/password-form";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { openSignIn } from "@/lib/server/page";
import { ownPath } from "@/lib/server/sign-in-answers";

type Props = { searchParams: Promise<Answer & { next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: translatorFor(localeOf(await headers()))("signIn.title"), robots: { index: false } };
}

/** The way into a studio that asks who one is. It works without scripts. */
export default async function Page({ searchParams }: Props) {
  const { locale, isKnown } = await openSignIn();
  const { next = [], ...answer } = await searchParams;
  // An address may say it more than once.
  const path = ownPath([next].flat()[0] ?? "/");
  if (isKnown) redirect(path);
  const t = translatorFor(locale);
  return (
    <PasswordForm
      action="/api/session"
      title={t("signIn.title")}
      text={t("signIn.text")}
      enter={t("signIn.enter")}
      autoComplete="current-password"
      hidden={{ next: path }}
      answer={answer}
      t={t}
    />
  );
}
