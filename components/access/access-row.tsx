"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** A browser or a token: its name, what is known of it, and what ends it. */
export function AccessRow(props: {
  /** Of its name with what is known, for a control that does not name it. */
  textId?: string;
  name: string;
  facts: ReactNode;
  failed: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("access");
  return (
    <li className="flex flex-wrap items-center gap-x-3">
      <span id={props.textId} className="min-w-0 grow break-words">
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
