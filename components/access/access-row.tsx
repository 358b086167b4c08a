"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** A browser or a token: its name, what is known of it, and what ends it. */
export function AccessRow(props: { name: string; facts: ReactNode; failed: boolean; children: ReactNode }) {
  const t = useTranslations("access");
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <span className="min-w-0 grow break-words">
        {props.name}
        <span className="ml-2 text-quiet text-xs">{props.facts}</span>
      </span>
      {props.failed ? (
        <span role="alert" className="text-failed">
          {t("failed")}
        </span>
      ) : null}
      {props.children}
    </li>
  );
}
