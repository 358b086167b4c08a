"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { WireLedger } from "@/lib/api/ledger-contract";
import { SpendingNow } from "../spending-now";
import { Balance } from "./balance";
import { CsvLinks } from "./csv-links";
import { DayChart } from "./day-chart";
import { EmptyLedger } from "./empty-ledger";
import { LedgerNotes } from "./ledger-notes";
import { LedgerSums } from "./ledger-sums";
import { LedgerTable } from "./ledger-table";
import { RankChart } from "./rank-chart";
import { useLedger } from "./use-ledger";
import { useView } from "./use-view";
import { daysOf } from "./view";
import { ViewBar } from "./view-bar";

/** What takes cost: by day, model or collection, in a range of days that the address holds. */
export function Ledger({ isPaid, openedOn }: { isPaid: boolean; openedOn: string }) {
  const t = useTranslations("ledger");
  const { view, today, change } = useView(openedOn);
  const { data, isError, isPlaceholderData, refetch } = useLedger(view);
  return (
    <main id="content" className="mx-auto flex w-full max-w-240 grow flex-col gap-5 p-4">
      <div className="flex flex-col gap-2">
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <p className="text-quiet text-sm">{t("intro")}</p>
      </div>
      <ViewBar view={view} today={today} onChange={change} />
      {isError ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 text-failed">
          {t("loadFailed")}
          <Button onClick={() => void refetch()}>{t("retry")}</Button>
        </div>
      ) : data ? (
        <div aria-busy={isPlaceholderData} className="flex flex-col gap-5">
          {data.total.takes > 0 ? (
            <Sums ledger={data} />
          ) : (
            <EmptyLedger
              isPaid={isPaid}
              onShowYear={
                view.range === "year" ? undefined : () => change({ ...view, range: "year", ...daysOf("year", today) })
              }
            />
          )}
          <LedgerNotes ledger={data} />
        </div>
      ) : (
        <p role="status" className="py-12 text-center text-quiet">
          {t("loading")}
        </p>
      )}
      {isPaid ? (
        <section
          aria-labelledby="limits-title"
          className="flex max-w-120 flex-col gap-2 border-line border-t pt-4 text-sm"
        >
          <h2 id="limits-title" className="font-medium text-base">
            {t("limits")}
          </h2>
          <Balance />
          <SpendingNow />
        </section>
      ) : null}
    </main>
  );
}

function Sums({ ledger }: { ledger: WireLedger }) {
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <LedgerSums total={ledger.total} />
        <CsvLinks ledger={ledger} />
      </div>
      {ledger.by === "day" ? <DayChart ledger={ledger} /> : <RankChart ledger={ledger} />}
      <LedgerTable ledger={ledger} />
    </>
  );
}
