"use client";
import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import type { WireJob } from "@/lib/api/contract";
import { letterOf } from "@/lib/compare/address";
import { comparePath, MAX_TAKES } from "@/lib/compare/takes";
import { fillBasket, toggled, useBasket } from "./basket";

/** Where there is nothing to compare yet: choose from the newest takes, and from those that were put aside before. */
export function Picker(props: {
  jobs: readonly WireJob[];
  /** Of the takes that were put aside: ids that no take has any more. */
  gone: readonly string[];
  renderPicture: (job: WireJob) => ReactNode;
}) {
  const t = useTranslations("compare");
  const chosen = useBasket().filter((id) => !props.gone.includes(id));
  if (props.jobs.length === 0) return <NoTakes />;
  return (
    <div className="flex flex-col gap-4">
      <p className="text-quiet">{t("choose")}</p>
      <ul className="grid grid-cols-2 gap-2 md:grid-cols-[repeat(auto-fill,minmax(180px,1fr))]">
        {props.jobs.map((job) => {
          const at = chosen.indexOf(job.id);
          return (
            <li key={job.id}>
              <button
                type="button"
                aria-pressed={at >= 0}
                aria-disabled={(at < 0 && chosen.length >= MAX_TAKES) || undefined}
                onClick={() => fillBasket(toggled(chosen, job.id))}
                className={clsx(
                  "relative flex h-44 w-full flex-col gap-1 rounded p-1.5 text-left",
                  at >= 0 ? "bg-accent-soft outline-1 outline-accent" : "hover:bg-raised",
                )}
              >
                <span className="flex min-h-0 grow items-center justify-center">{props.renderPicture(job)}</span>
                <span className="shrink-0 truncate text-quiet text-xs">{promptLine(job) || job.modelName}</span>
                {at >= 0 ? (
                  <span
                    aria-hidden
                    className="num absolute top-2 left-2 flex size-7 items-center justify-center rounded-sm bg-accent text-on-accent"
                  >
                    {letterOf(at)}
                  </span>
                ) : null}
              </button>
            </li>
          );
        })}
      </ul>
      <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-line border-t bg-ground py-3">
        {chosen.length > 1 ? (
          <Link href={comparePath(chosen)} className={buttonClass("primary")}>
            {t("compareCount", { count: chosen.length })}
          </Link>
        ) : null}
        <p role="status" className="text-quiet text-sm">
          {chosen.length >= MAX_TAKES ? t("full") : t("chosen", { count: chosen.length })}
        </p>
      </div>
    </div>
  );
}

function promptLine(job: WireJob): string {
  return typeof job.input.prompt === "string" ? job.input.prompt : "";
}

function NoTakes() {
  const t = useTranslations("compare");
  return (
    <div className="flex grow flex-col items-center justify-center gap-4 py-16">
      <div aria-hidden className="flex w-full max-w-160 gap-2">
        {["A", "B"].map((letter) => (
          <div
            key={letter}
            className="num flex aspect-video grow items-center justify-center rounded-sm border border-line border-dashed text-quiet"
          >
            {letter}
          </div>
        ))}
      </div>
      <p className="text-quiet">{t("noTakes")}</p>
      <Link href="/" className={buttonClass("primary")}>
        {t("makeTake")}
      </Link>
    </div>
  );
}
