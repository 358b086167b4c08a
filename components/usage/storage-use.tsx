"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import type { WireUsage } from "@/lib/api/usage-contract";
import { formatBytes } from "@/lib/format";
import { Fact, Facts } from "./facts";
import { Meter } from "./meter";

const KINDS = ["takes", "uploads", "pictures", "samples"] as const;

/** How full the studio's storage is, and of what. */
export function StorageUse({ storage }: { storage: WireUsage["storage"] }) {
  const t = useTranslations("usage");
  const { used, quota, free, trash, database, folder } = storage;
  const max = quota ?? used + free;
  const said =
    quota === null
      ? t("ofDisk", { used: formatBytes(used), free: formatBytes(free) })
      : t("ofQuota", {
          used: formatBytes(used),
          quota: formatBytes(quota),
          left: formatBytes(Math.max(0, quota - used)),
        });
  return (
    <>
      <p>{said}</p>
      <Meter label={t("meter")} said={said} value={used} max={max} />
      {quota !== null && used > quota ? <p className="text-unsure">{t("over")}</p> : null}
      <Facts>
        {KINDS.map((kind) => (
          <Fact key={kind} label={t(`kinds.${kind}`)}>
            {formatBytes(storage[kind])}
          </Fact>
        ))}
        <Fact label={t("kinds.trash")}>
          {formatBytes(trash)}
          {trash > 0 ? <TrashLink /> : null}
        </Fact>
        <Fact label={t("database")}>{formatBytes(database)}</Fact>
        {quota === null ? null : <Fact label={t("free")}>{formatBytes(free)}</Fact>}
      </Facts>
      {folder === null ? (
        <p className="text-quiet">{t("folderUntold")}</p>
      ) : (
        <p>
          <span className="text-quiet">{t("folder")}</span>{" "}
          <span className="num text-xs [overflow-wrap:anywhere]">{folder}</span>
        </p>
      )}
    </>
  );
}

function TrashLink() {
  const t = useTranslations("usage");
  return (
    <Link
      href="/gallery/trash"
      prefetch={false}
      // The dialog is part of the frame, which stays.
      onClick={(event) => event.currentTarget.closest("dialog")?.close()}
      className="ml-3 inline-flex min-h-8 items-center text-accent underline underline-offset-2 [@media(pointer:coarse)]:min-h-[44px]"
    >
      {t("openTrash")}
    </Link>
  );
}
