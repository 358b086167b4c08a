"use client";
import clsx from "clsx";
import dynamic from "next/dynamic";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { UpstreamName } from "@/lib/jobs/job";
import { LocaleSwitch } from "./locale-switch";
import { ModeBadge } from "./mode-badge";

// Loaded after the page; their places are kept free.
const KeysHelp = dynamic(() => import("./keys-help").then((module) => module.KeysHelp), {
  ssr: false,
  loading: () => <Place />,
});
const ThemeSwitch = dynamic(() => import("./theme-switch").then((module) => module.ThemeSwitch), {
  ssr: false,
  loading: () => <Place />,
});

/** A phone's header has no room for it: there the commands lead to it. */
const LEDGER = "/ledger";

const PAGES = [
  { href: "/", key: "studio" },
  { href: "/models", key: "models" },
  { href: "/gallery", key: "gallery" },
  { href: "/compare", key: "compare" },
  { href: "/shares", key: "shares" },
  { href: LEDGER, key: "ledger" },
] as const;

/** Below the models, where a model's own page is the studio. */
const ADD_MODEL = "/models/add";

export function Header(props: { mode: UpstreamName; commands: ReactNode; settings: ReactNode }) {
  const t = useTranslations();
  const path = usePathname();
  const isCurrent = (href: string) =>
    href === "/"
      ? path === "/" || (path.startsWith("/models/") && path !== ADD_MODEL)
      : path === href ||
        (href === "/models" && path === ADD_MODEL) ||
        (href === "/gallery" && path.startsWith("/gallery/"));
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-line border-b bg-panel px-3 max-md:px-1.5">
      <Link href="/" data-unlisted className="mr-2 rounded px-1 font-semibold text-lg tracking-tight max-md:hidden">
        {t("app.name")}
      </Link>
      <nav
        aria-label={t("nav.label")}
        className="flex min-w-0 overflow-x-auto overflow-y-hidden [scrollbar-width:none]"
      >
        {PAGES.map(({ href, key }) => (
          <Link
            key={href}
            href={href}
            aria-current={isCurrent(href) ? "page" : undefined}
            className={clsx(
              "flex h-12 items-center whitespace-nowrap border-b-2 px-2.5 text-sm max-md:px-1.5",
              href === LEDGER && "max-md:hidden",
              isCurrent(href) ? "border-accent text-text" : "border-transparent text-quiet hover:text-text",
            )}
          >
            {t(`nav.${key}`)}
          </Link>
        ))}
      </nav>
      <div className="ml-auto flex shrink-0 items-center gap-0.5">
        {props.commands}
        <ModeBadge mode={props.mode} />
        <LocaleSwitch />
        <span data-unlisted className="inline-flex max-md:hidden">
          <ThemeSwitch />
        </span>
        {props.settings}
        <KeysHelp />
      </div>
    </header>
  );
}

function Place() {
  return <span className="size-8 max-md:hidden pointer-coarse:size-[44px]" />;
}
