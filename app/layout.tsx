import "./globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Header } from "@/components/shell/header";
import { messagesFor } from "@/lib/i18n/messages";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { getContainer } from "@/lib/server/container";
import { Providers } from "./providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = translatorFor(localeOf(await headers()));
  return { title: { default: t("app.name"), template: `%s · ${t("app.name")}` }, description: t("app.description") };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: dark)", color: "#0e0f11" },
    { media: "(prefers-color-scheme: light)", color: "#f4f4f2" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = localeOf(await headers());
  const { mode } = await getContainer();
  const t = translatorFor(locale);
  return (
    // The theme is set on <html> by a script before the first paint, which the server cannot know.
    <html lang={locale} className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        <Providers locale={locale} messages={messagesFor(locale)} mode={mode}>
          <a
            href="#content"
            className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded focus:bg-raised focus:px-3 focus:py-2"
          >
            {t("app.skip")}
          </a>
          <Header mode={mode} />
          {children}
        </Providers>
      </body>
    </html>
  );
}
