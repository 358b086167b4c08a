"use client";
import Link from "next/link";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ListEnd } from "@/components/ui/list-end";
import { ShareRow } from "./share-row";
import { useShareList } from "./use-share-list";

/** Every link that was made, with the way to end each. */
export function ShareList() {
  const { query, shares, revoke } = useShareList();
  const t = useTranslations("shares");
  const [said, setSaid] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const end = async (id: string) => {
    try {
      await revoke(id);
      setSaid(t("ended"));
      // The button that was pressed is gone with its row.
      heading.current?.focus();
    } catch {
      setSaid(t("endFailed"));
    }
  };
  return (
    <main id="content" className="mx-auto flex w-full max-w-240 grow flex-col gap-4 p-4">
      <h1 ref={heading} tabIndex={-1} className="font-semibold text-xl outline-none">
        {t("listTitle")}
      </h1>
      <p className="text-quiet text-sm">{t("listIntro")}</p>
      <p role="status" className="text-sm empty:hidden">
        {said}
      </p>
      {query.isPending ? (
        <p role="status" className="py-8 text-center text-quiet text-sm">
          {t("loading")}
        </p>
      ) : null}
      {query.isSuccess && shares.length === 0 ? (
        <EmptyState text={t("empty")}>
          <Link href="/gallery" className={buttonClass("primary")}>
            {t("emptyAction")}
          </Link>
        </EmptyState>
      ) : null}
      <ul aria-label={t("listTitle")} className="flex flex-col empty:hidden">
        {shares.map((share) => (
          <ShareRow key={share.id} share={share} onEnd={() => end(share.id)} />
        ))}
      </ul>
      <ListEnd
        pages={query}
        words={{ failed: t("loadFailed"), retry: t("retry"), loading: t("loading"), more: t("more") }}
      />
    </main>
  );
}
