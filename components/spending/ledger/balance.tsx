"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { settingsApi } from "@/lib/api/settings-client";
import { usdText } from "@/lib/spending/money";

const FRESH_MS = 30_000;

/** What the account holds, where the service says so. What it says of the key stands in the settings. */
export function Balance() {
  const t = useTranslations("spending");
  const { data } = useQuery({
    queryKey: ["account"],
    queryFn: () => settingsApi.readAccount(false),
    staleTime: FRESH_MS,
    retry: false,
  });
  const balance = data?.balanceMicros;
  return balance === undefined ? null : <p>{t("balance", { amount: usdText(balance) })}</p>;
}
