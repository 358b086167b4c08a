"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";
import { IntlProvider } from "use-intl/react";
import type { Locale } from "@/lib/i18n/locales";
import type { Messages } from "@/lib/i18n/messages";

export function Providers(props: { locale: Locale; messages: Messages; children: ReactNode }) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: true } } }));
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange>
      <IntlProvider locale={props.locale} messages={props.messages} timeZone="UTC">
        <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
      </IntlProvider>
    </ThemeProvider>
  );
}
