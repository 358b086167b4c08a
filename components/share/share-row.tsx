"use client";
import { LinkIcon, LockKeyhole } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Moment } from "@/components/ui/moment";
import type { WireShare } from "@/lib/api/share-contract";
import { EndLink } from "./end-link";
import { useShownWords } from "./shown-words";

/** One link: what it shows, until when, and how much it was used. */
export function ShareRow({ share, onEnd }: { share: WireShare; onEnd: () => Promise<void> }) {
  const t = useTranslations("shares");
  const wordsOf = useShownWords();
  const count = share.jobIds.length;
  const title = share.title ?? t("publicTitle", { count });
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-2 border-line border-b py-3">
      <span className="flex aspect-video w-28 shrink-0 items-center justify-center self-start overflow-hidden rounded-sm bg-stage text-quiet">
        {share.posterUrl === null ? (
          <LinkIcon size={20} aria-hidden />
        ) : (
          // biome-ignore lint/performance/noImgElement: the optimiser is off, and posters are small.
          <img src={share.posterUrl} alt="" loading="lazy" className="size-full object-contain" />
        )}
      </span>
      <div className="flex min-w-0 grow basis-60 flex-col gap-0.5 text-sm">
        <span className="flex flex-wrap items-baseline gap-x-2">
          {count === 1 ? (
            <Link href={`/jobs/${share.jobIds[0]}`} className="break-words font-medium underline">
              {title}
            </Link>
          ) : (
            <span className="break-words font-medium">{title}</span>
          )}
          <code className="num text-quiet text-xs" title={t("fingerprint")}>
            {share.fingerprint}
          </code>
          {share.hasPassword ? (
            <span className="inline-flex items-center gap-1 text-quiet text-xs">
              <LockKeyhole size={12} aria-hidden />
              {t("hasPassword")}
            </span>
          ) : null}
        </span>
        <span className="text-quiet">{t("showsWhat", { what: wordsOf(share.shown, count) })}</span>
        <span className="text-quiet">{t.rich("madeAt", { moment: () => <Moment iso={share.createdAt} /> })}</span>
        <Ending share={share} />
        <span className="text-quiet">
          {t("views", { count: share.views })}
          {share.lastUsedAt === null ? null : (
            <> · {t.rich("lastUsed", { moment: () => <Moment iso={share.lastUsedAt ?? ""} /> })}</>
          )}
        </span>
      </div>
      <EndLink title={title} onEnd={onEnd} />
    </li>
  );
}

function Ending({ share: { state, expiresAt } }: { share: WireShare }) {
  const t = useTranslations("shares");
  if (state === "takeGone") return <span className="text-failed">{t("takeGone")}</span>;
  if (expiresAt === null) return <span className="text-quiet">{t("neverEnds")}</span>;
  const moment = () => <Moment iso={expiresAt} />;
  if (state === "expired") return <span className="text-failed">{t.rich("endedAt", { moment })}</span>;
  return <span className="text-quiet">{t.rich("ends", { moment })}</span>;
}
