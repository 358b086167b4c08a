"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { isPageKey } from "@/components/ui/page-key";

/** The ids of the takes beside one, where there are any. */
export type Neighbours = { newer?: string; older?: string };

/** To the newer and the older take, also by `[` and `]`. */
export function NeighbourLinks({ newer, older }: Neighbours) {
  const t = useTranslations("job");
  useNeighbourKeys(newer, older);
  if (!newer && !older) return null;
  return (
    <nav aria-label={t("beside")} className="-mx-2 flex flex-wrap justify-between gap-2">
      {newer ? (
        <Link href={`/jobs/${newer}`} aria-keyshortcuts="[" className={buttonClass("quiet", "px-2!")}>
          <ChevronLeft size={16} aria-hidden />
          {t("newer")}
        </Link>
      ) : null}
      {older ? (
        <Link href={`/jobs/${older}`} aria-keyshortcuts="]" className={buttonClass("quiet", "ml-auto px-2!")}>
          {t("older")}
          <ChevronRight size={16} aria-hidden />
        </Link>
      ) : null}
    </nav>
  );
}

function useNeighbourKeys(newer: string | undefined, older: string | undefined) {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const id = event.key === "[" ? newer : event.key === "]" ? older : undefined;
      if (id && isPageKey(event)) router.push(`/jobs/${id}`);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [router, newer, older]);
}
