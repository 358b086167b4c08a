"use client";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { AnswerState } from "@/components/ui/answer-state";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Part } from "@/components/ui/part";
import type { WireAccount } from "@/lib/api/account-contract";
import { settingsApi } from "@/lib/api/settings-client";
import { usdText } from "@/lib/spending/money";
import { Row, Rows } from "./rows";

/** The line of `.env` that holds the key; the same in every language. */
const KEY_LINE = "RUNCOMFY_API_KEY=…";
const FRESH_MS = 30_000;

/** Who makes the takes, and what the service says of the key. The key itself is on the server, and is never shown. */
export function ServicePart() {
  const t = useTranslations("settings");
  const isPressed = useRef(false);
  const query = useQuery({
    queryKey: ["account"],
    queryFn: () => settingsApi.readAccount(isPressed.current),
    staleTime: FRESH_MS,
    retry: false,
  });
  const checkAgain = async () => {
    isPressed.current = true;
    await query.refetch();
    isPressed.current = false;
  };
  const { data, isFetching } = query;
  return (
    <Part id="service" title={t("service")}>
      <AnswerState query={query} loading={t("loading")} failed={t("serviceFailed")} retry={t("retry")} />
      {data?.upstream === "sandbox" ? <p>{t("sandbox")}</p> : null}
      {data?.upstream === "runcomfy" ? (
        <>
          <Account account={data} isAsking={isFetching} />
          <Button className="self-start" disabled={isFetching} onClick={() => void checkAgain()}>
            {t("checkAgain")}
          </Button>
        </>
      ) : null}
      {data ? <OwnKey hasKey={data.upstream === "runcomfy"} /> : null}
    </Part>
  );
}

function Account({ account, isAsking }: { account: WireAccount; isAsking: boolean }) {
  const t = useTranslations("settings");
  const tSpending = useTranslations("spending");
  const { host, balanceMicros: balance, askedAt } = account;
  const key = account.key === "missing" ? "unknown" : account.key;
  return (
    <>
      <Rows>
        <Row label={t("host")}>{host}</Row>
        <Row label={t("balance")}>
          {balance === undefined ? t("balanceUnknown") : tSpending("usd", { amount: usdText(balance) })}
        </Row>
        {askedAt === null ? null : (
          <Row label={t("asked")}>
            <Moment iso={askedAt} />
          </Row>
        )}
      </Rows>
      <p role="status" className={!isAsking && key === "refused" ? "text-failed" : undefined}>
        {isAsking ? t("serviceLoading") : tSpending(`key.${key}`)}
      </p>
    </>
  );
}

function OwnKey({ hasKey }: { hasKey: boolean }) {
  const t = useTranslations("settings");
  return (
    <div className="flex flex-col gap-2">
      <p className="text-quiet">{t(hasKey ? "otherKey" : "ownKey")}</p>
      <code className="num self-start rounded border border-line bg-well px-2 py-1 text-xs">{KEY_LINE}</code>
    </div>
  );
}
