import "./globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { localeOf } from "@/lib/i18n/resolve";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: dark)", color: "#0e0f11" },
    { media: "(prefers-color-scheme: light)", color: "#f4f4f2" },
  ],
};

/** What every page stands on, the public ones too: nothing here runs in the browser. The studio's frame is `(studio)/layout`. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The studio's theme is set on <html> by a script before the first paint, which the server cannot know.
    <html
      lang={localeOf(await headers())}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <body className="flex min-h-dvh flex-col">{children}</body>
    </html>
  );
}
