"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** In place of a list that is not there: still loading, failed, or empty with the reason why. */
export function LoadState(props: { failed: boolean; loading: boolean; onRetry: () => void; empty: string }) {
  const t = useTranslations("library");
  if (props.failed) {
    return (
      <div role="alert" className="flex flex-col items-center gap-3 py-8">
        <p className="text-failed text-sm">{t("loadFailed")}</p>
        <Button onClick={props.onRetry}>{t("retry")}</Button>
      </div>
    );
  }
  return (
    <p role="status" className="py-8 text-center text-quiet text-sm">
      {props.loading ? t("loading") : props.empty}
    </p>
  );
}
