"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** A list that is on its way, or could not be read. */
export function ListState({ query }: { query: { isPending: boolean; isError: boolean; refetch: () => unknown } }) {
  const t = useTranslations("access");
  if (query.isPending) {
    return (
      <p role="status" className="text-quiet">
        {t("loading")}
      </p>
    );
  }
  if (!query.isError) return null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 text-failed">
      {t("loadFailed")}
      <Button onClick={() => void query.refetch()}>{t("retry")}</Button>
    </div>
  );
}
