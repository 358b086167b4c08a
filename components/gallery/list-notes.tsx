"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

/** How many takes are loaded, or that these are all. */
export function LoadedCount(props: { count: number; isWhole: boolean; isLoading: boolean }) {
  const t = useTranslations("gallery");
  const { count } = props;
  return (
    <p role="status" className="text-quiet text-sm">
      {props.isLoading ? t("loading") : props.isWhole ? t("count", { count }) : t("loadedCount", { count })}
    </p>
  );
}

/** That the list, or what is new in it, could not be read. */
export function LoadProblem({ isStale, onRetry }: { isStale: boolean; onRetry: () => void }) {
  const t = useTranslations("gallery");
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 text-failed text-sm">
      {isStale ? t("staleFailed") : t("loadFailed")}
      <Button onClick={onRetry}>{t("retry")}</Button>
    </div>
  );
}

/** Below the grid: the next page, which mostly comes by itself. */
export function ListEnd(props: {
  hasMore: boolean;
  isLoading: boolean;
  isBroken: boolean;
  onMore: () => void;
  onRetry: () => void;
}) {
  const t = useTranslations("gallery");
  if (props.isBroken) return <LoadProblem isStale={false} onRetry={props.onRetry} />;
  if (!props.hasMore) return null;
  return (
    <Button className="self-center" aria-disabled={props.isLoading} onClick={props.onMore}>
      {props.isLoading ? t("loading") : t("more")}
    </Button>
  );
}
