"use client";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ListEnd } from "@/components/ui/list-end";
import { Question } from "../question";
import { TrashBar } from "./trash-bar";
import { TrashTile } from "./trash-tile";
import { useTrash } from "./use-trash";

type Asked = { kind: "empty" } | { kind: "purge"; id: string };

/** Deleted takes until they are gone for good. `onRestored`: some are in the gallery again. */
export function TrashPage({ onRestored }: { onRestored: () => void }) {
  const t = useTranslations("trash");
  const { query, jobs, total, restore, purge, empty } = useTrash();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const [said, setSaid] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const [nowMs] = useState(() => Date.now());
  const heading = useRef<HTMLHeadingElement>(null);
  const chosenHere = jobs.filter(({ id }) => chosen.has(id)).map(({ id }) => id);

  const choose = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isChosen ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  const say = (text: string) => {
    setSaid(text);
    setFailed(undefined);
    // What was pressed may be gone with its take.
    heading.current?.focus();
  };
  const bringBack = async (ids: readonly string[]) => {
    try {
      const { restored, gone } = await restore(ids);
      onRestored();
      const sentences = [
        restored > 0 && t("restored", { count: restored }),
        gone > 0 && t("someGone", { count: gone }),
      ];
      say(sentences.filter(Boolean).join(" "));
    } catch {
      setFailed(t("restoreFailed"));
    }
  };
  return (
    <main id="content" className="mx-auto flex w-full max-w-360 grow flex-col gap-4 p-4">
      <Link href="/gallery" className={buttonClass("quiet", "-ml-3 self-start")}>
        <ArrowLeft size={16} aria-hidden />
        {t("back")}
      </Link>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 ref={heading} tabIndex={-1} className="font-semibold text-xl outline-none">
          {t("title")}
        </h1>
        {total > 0 ? <p className="text-quiet text-sm tabular-nums">{t("count", { count: total })}</p> : null}
        {total > 0 ? (
          <Button className="ml-auto" onClick={() => setAsked({ kind: "empty" })}>
            {t("emptyNow")}
          </Button>
        ) : null}
        <p className="w-full text-quiet text-sm">{t("intro")}</p>
      </header>
      <p role="status" className="text-sm empty:hidden">
        {said}
      </p>
      {failed === undefined ? null : (
        <p role="alert" className="text-failed text-sm">
          {failed}
        </p>
      )}
      {jobs.length > 0 ? (
        <TrashBar
          shown={jobs.length}
          chosen={chosenHere.length}
          onChooseAll={(isChosen) =>
            choose(
              jobs.map(({ id }) => id),
              isChosen,
            )
          }
          onRestore={() => void bringBack(chosenHere.length > 0 ? chosenHere : jobs.map(({ id }) => id))}
        />
      ) : null}
      {query.isPending ? (
        <p role="status" className="py-8 text-center text-quiet text-sm">
          {t("loading")}
        </p>
      ) : null}
      {query.isSuccess && jobs.length === 0 && !query.hasNextPage ? (
        <EmptyState text={t("empty")}>
          <Link href="/gallery" className={buttonClass("plain")}>
            {t("emptyAction")}
          </Link>
        </EmptyState>
      ) : null}
      <ul
        aria-label={t("title")}
        className="grid grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-x-3 gap-y-5 empty:hidden"
      >
        {jobs.map((job) => (
          <TrashTile
            key={job.id}
            job={job}
            nowMs={nowMs}
            chosen={chosen.has(job.id)}
            onChoose={(isChosen) => choose([job.id], isChosen)}
            onRestore={() => void bringBack([job.id])}
            onPurge={() => setAsked({ kind: "purge", id: job.id })}
          />
        ))}
      </ul>
      <ListEnd
        pages={query}
        words={{ failed: t("loadFailed"), retry: t("retry"), loading: t("loading"), more: t("more") }}
      />
      {asked ? (
        <Question
          title={asked.kind === "empty" ? t("emptyTitle") : t("purgeTitle")}
          text={asked.kind === "empty" ? t("emptyText", { count: total }) : t("purgeText")}
          yes={asked.kind === "empty" ? t("emptyNow") : t("purge")}
          no={t("keep")}
          failed={t("failed")}
          closeLabel={t("close")}
          onYes={async () => {
            if (asked.kind === "empty") setSaid(t("emptied", { count: await empty() }));
            else {
              await purge(asked.id);
              setSaid(t("purged"));
            }
          }}
          onClose={() => {
            setAsked(undefined);
            // What opened the question may be gone with its take.
            if (document.activeElement === document.body) heading.current?.focus();
          }}
        />
      ) : null}
    </main>
  );
}
