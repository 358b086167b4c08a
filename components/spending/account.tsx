"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { settingsApi } from "@/lib/api/settings-client";
import { usdText } from "@/lib/spending/money";

/** Whether the service takes the key, and what the account holds. The key itself is on the server, and is never shown. */
export function Account() {
  const t = useTranslations("spending");
  const { data, isFetching, refetch } = useQuery({
    queryKey: ["account"],
    queryFn: settingsApi.readAccount,
    retry: false,
  });
  if (isFetching)
    return (
      <p role="status" className="text-quiet">
        {t("keyReading")}
      </p>
    );
  const key = data?.key ?? "unknown";
  const balance = data?.balanceMicros;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p role="status" className={key === "refused" ? "text-failed" : undefined}>
        {t(`key.${key}`)}
        {balance === undefined ? null : ` ${t("balance", { amount: usdText(balance) })}`}
      </p>
      {key === "accepted" ? null : <Button onClick={() => void refetch()}>{t("retry")}</Button>}
    </div>
  );
}
