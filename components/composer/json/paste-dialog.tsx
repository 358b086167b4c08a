"use client";
import { useEffect, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Dialog } from "@/components/ui/dialog";
import type { WireModel, WireModelSummary } from "@/lib/api/contract";
import { hideKey } from "@/lib/request/hide-key";
import { examinePaste, type PastedRequest, type PasteFinding } from "./examine-paste";

/** Takes a request as text, says what it is, and rebuilds the composer from it. */
export function PasteDialog(props: {
  model: WireModel;
  models: readonly WireModelSummary[];
  start: string;
  onRebuild: (request: PastedRequest) => void;
  onClose: () => void;
}) {
  const { model, models } = props;
  const [text, setText] = useState(() => hideKey(props.start));
  const [finding, setFinding] = useState<PasteFinding | undefined>();
  const t = useTranslations("json");
  const id = useId();

  useEffect(() => {
    if (text.trim() === "") return setFinding(undefined);
    let isLatest = true;
    void examinePaste(text, model, models).then((found) => isLatest && setFinding(found));
    return () => {
      isLatest = false;
    };
  }, [text, model, models]);

  const request = finding?.kind === "request" && (finding.fits || isEmpty(finding)) ? finding : undefined;
  const rebuild = () => {
    if (!request) return;
    props.onRebuild(request);
    props.onClose();
  };
  return (
    <Dialog title={t("pasteTitle")} closeLabel={t("close")} onClose={props.onClose}>
      <div className="flex flex-col gap-3">
        <label htmlFor={id} className="text-quiet text-sm">
          {t("pasteHelp")}
        </label>
        <textarea
          id={id}
          data-first-focus
          rows={8}
          spellCheck={false}
          value={text}
          aria-describedby={`${id}-finding`}
          aria-invalid={finding !== undefined && request === undefined ? true : undefined}
          onChange={(event) => setText(hideKey(event.target.value))}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) rebuild();
          }}
          className={`${CONTROL_CLASS} num resize-y py-2 text-xs`}
        />
        <div id={`${id}-finding`} role="status" className="flex flex-col gap-1.5 text-sm empty:hidden">
          {finding ? <Finding finding={finding} chosen={model.name} /> : null}
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="primary" disabled={!request} onClick={rebuild}>
            {request && request.unknown.length > 0 ? t("rebuildWithout") : t("rebuild")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function isEmpty({ input }: PastedRequest): boolean {
  return Object.keys(input).length === 0;
}

function Finding({ finding, chosen }: { finding: PasteFinding; chosen: string }) {
  const t = useTranslations("json");
  switch (finding.kind) {
    case "refused":
      return <p className="text-failed">{t(`refused.${finding.reason}`, finding.params)}</p>;
    case "unknownModel":
      return <p className="text-failed">{t("unknownModel", { id: finding.modelId, model: chosen })}</p>;
    case "unread":
      return <p className="text-failed">{t("modelUnread")}</p>;
    case "request":
      return (
        <>
          <p>{t("found", { model: finding.model.name, count: Object.keys(finding.input).length })}</p>
          {finding.unknown.length > 0 ? (
            <>
              <p className="text-unsure">{t("unknownKeys", { count: finding.unknown.length })}</p>
              <ul className="num flex flex-wrap gap-x-3 text-xs">
                {finding.unknown.map((key) => (
                  <li key={key} className="break-all">
                    {key}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      );
    default:
      return finding satisfies never;
  }
}
