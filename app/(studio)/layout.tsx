import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SettingsButton } from "@/app/_studio/settings-button";
import { SignedOut } from "@/app/_studio/signed-out";
import { Watch } from "@/app/_studio/watch";
import { Providers } from "@/app/providers";
import { PaletteButton } from "@/components/palette/palette-button";
import { Header } from "@/components/shell/header";
import { nonceOf } from "@/lib/access/policies";
import { messagesFor } from "@/lib/i18n/messages";
import { localeOf } from "@/lib/i18n/resolve";
import { translatorFor } from "@/lib/i18n/translator";
import { openPage } from "@/lib/server/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = translatorFor(localeOf(await headers()));
  return { title: { absolute: t("app.name"), template: `%s · ${t("app.name")}` }, description: t("app.description") };
}

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const request = await headers();
  const locale = localeOf(request);
  const { mode, access } = (await openPage()).container;
  const t = translatorFor(locale);
  return (
    <Providers locale={locale} messages={messagesFor(locale)} mode={mode} nonce={nonceOf(request)}>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded focus:bg-raised focus:px-3 focus:py-2"
      >
        {t("app.skip")}
      </a>
      <Header mode={mode} commands={<PaletteButton />} settings={<SettingsButton hasSignIn={!access.isOpen} />} />
      {children}
      <Watch />
      {access.isOpen ? null : <SignedOut />}
    </Providers>
  );
}
