"use client";
import { useTranslations } from "use-intl";
import type { WireCatalog } from "@/lib/api/catalog-contract";

/** What is wrong with the list: that it could not be read anew, which entries cannot be used, and that fewer came than were announced. */
export function CatalogNotes({ list }: { list: WireCatalog }) {
  const t = useTranslations("catalog");
  const { failure, skipped, skippedCount, missingCount } = list;
  return (
    <>
      {failure ? (
        <p role="alert" className="text-failed text-sm">
          {t(`failure.${failure.reason}`)}
          {list.readAt ? ` ${t("olderShown")}` : ""}
        </p>
      ) : null}
      {missingCount > 0 ? <p className="text-sm text-unsure">{t("missing", { count: missingCount })}</p> : null}
      {skippedCount > 0 ? (
        <details className="text-quiet text-sm">
          <summary className="min-h-8 content-center [@media(pointer:coarse)]:min-h-[44px]">
            {t("skipped", { count: skippedCount })}
          </summary>
          <ul className="flex flex-col gap-0.5 py-1">
            {skipped.map(({ entry, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an id may be named twice, and the list never changes.
              <li key={index} className="break-all">
                {t("skippedEntry", { entry: /^\d+$/.test(entry) ? t("entryAt", { at: entry }) : entry, reason })}
              </li>
            ))}
          </ul>
          {skippedCount > skipped.length ? <p>{t("moreSkipped", { count: skippedCount - skipped.length })}</p> : null}
        </details>
      ) : null}
    </>
  );
}
