"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { IntlProvider } from "use-intl/react";
import { ModeProvider } from "@/components/jobs/mode";
import type { Locale } from "@/lib/i18n/locales";
import type { Messages } from "@/lib/i18n/messages";
import type { UpstreamName } from "@/lib/jobs/job";

const DeletedNotice = dynamic(() => import("./_studio/deleted-notice").then((module) => module.DeletedNotice), {
  ssr: false,
});

export function Providers(props: {
  locale: Locale;
  messages: Messages;
  mode: UpstreamName;
  nonce: string | undefined;
  children: ReactNode;
}) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: true } } }));
  const spoken = useRef(props.locale);
  useEffect(() => {
    if (spoken.current === props.locale) return;
    spoken.current = props.locale;
    void import("./_studio/ask-anew").then(({ askAnew }) => askAnew(client));
  }, [client, props.locale]);
  // The page's policy is that of its first answer, whatever later ones bring.
  const [nonce] = useState(props.nonce);
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce && { nonce })}
    >
      <IntlProvider locale={props.locale} messages={props.messages} timeZone="UTC">
        <QueryClientProvider client={client}>
          <ModeProvider value={props.mode}>{props.children}</ModeProvider>
          <DeletedNotice />
        </QueryClientProvider>
      </IntlProvider>
    </ThemeProvider>
  );
}
