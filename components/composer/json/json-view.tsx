"use client";
import { CircleAlert } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { readRequest } from "@/lib/request/read-request";
import { prettyJson } from "@/lib/request/write-request";
import { createValidator } from "@/lib/schema/validator";
import { toInput, unready } from "../composition";
import { useComposition, useCompositionStore } from "../composition-context";
import { followInput, saysTheSame } from "./follow-input";
import { readText, type TextReading } from "./read-text";
import { useJsonEditor } from "./use-json-editor";

/** The name under which a text that cannot be sent holds back Generate, and by which it is found and focused. */
const FIELD = "(json)";

export type JsonViewProps = {
  /** A text that could not become the form when this view was left. */
  kept: string | undefined;
  onKeep: (text: string | undefined) => void;
  onPasteRequest: (text: string) => void;
};

/** What would be sent, as text. While it is JSON the form follows it. */
export function JsonView({ kept, onKeep, onPasteRequest }: JsonViewProps) {
  const store = useCompositionStore();
  const fields = useComposition((state) => state.fields);
  const uploading = useComposition((state) => unready(state).uploading);
  const t = useTranslations();
  const parent = useRef<HTMLDivElement>(null);
  const validator = useMemo(() => createValidator(fields), [fields]);
  const [start] = useState(() => kept ?? prettyJson(toInput(fields, store.getState())));
  const [reading, setReading] = useState<TextReading>(() => readText(start, validator));
  const following = useRef(false);

  const follow = (text: string) => {
    const next = readText(text, validator);
    setReading(next);
    onKeep(isOwn(next) ? text : undefined);
    const state = store.getState();
    if (next.input === undefined) return;
    const composition = followInput(fields, state, next.input, next.misfits);
    if (saysTheSame(fields, composition, state)) return;
    following.current = true;
    state.change(composition, "json");
    following.current = false;
  };
  const onPaste = (text: string, whole: boolean) => {
    if (!whole && !/^\s*curl\b/.test(text)) return false;
    const request = readRequest(text);
    // A plain body is text like any other here: the form follows it.
    if (request.kind === "refused" || (request.modelId === undefined && isJson(text))) return false;
    onPasteRequest(text);
    return true;
  };
  const editor = useJsonEditor(parent, { text: start, label: t("json.editor") }, { onText: follow, onPaste });

  const showForm = useCallback(() => {
    const text = prettyJson(toInput(fields, store.getState()));
    editor.current?.show(text);
    setReading(readText(text, validator));
    onKeep(undefined);
  }, [fields, store, validator, editor, onKeep]);

  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (following.current || saysTheSame(fields, state, before)) return;
        showForm();
      }),
    [store, fields, showForm],
  );

  const messageOf = useCallback(
    ({ issue }: TextReading["findings"][number]) =>
      issue ? t(`issues.${issue.code}`, { ...issue.params, field: issue.field }) : t("json.slip"),
    [t],
  );
  const isOwnText = isOwn(reading);
  useEffect(() => {
    editor.current?.mark(reading.findings.map((finding) => ({ ...finding, message: messageOf(finding) })));
    store.getState().setUnfinished(FIELD, isOwnText ? t("json.notSendable") : undefined);
  }, [reading, messageOf, isOwnText, editor, store, t]);

  useEffect(
    () => () => {
      store.getState().setUnfinished(FIELD, undefined);
    },
    [store],
  );

  return (
    <div className="flex flex-col gap-2" data-field={FIELD}>
      <p className="text-quiet text-sm">{t("json.about")}</p>
      <p role="status" className={reading.findings.length > 0 ? "text-failed text-sm" : "text-quiet text-sm"}>
        {t("json.findings", { count: reading.findings.length })}
      </p>
      <div ref={parent} data-own-undo className="overflow-hidden rounded border border-edge/60" />
      {uploading > 0 ? <p className="text-quiet text-sm">{t("json.uploading", { count: uploading })}</p> : null}
      {reading.findings.length > 0 ? (
        <ul className="flex flex-col gap-1 text-sm">
          {reading.findings.map((finding) => (
            <li
              key={`${finding.from} ${finding.issue?.field} ${finding.issue?.code}`}
              className="flex items-center gap-2"
            >
              <CircleAlert size={14} aria-hidden className="shrink-0 text-failed" />
              <span className="min-w-0 grow break-words">
                {finding.issue?.field ? <span className="num text-xs">{finding.issue.field} </span> : null}
                {messageOf(finding)}
              </span>
              <Button variant="quiet" onClick={() => editor.current?.goTo(finding)}>
                {t("json.goTo")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {isOwnText ? (
        <div>
          <Button
            onClick={() => {
              showForm();
              editor.current?.goTo({ from: 0, to: 0 });
            }}
          >
            {t("json.discard")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Whether a text says something that the form cannot. */
function isOwn({ input, misfits }: TextReading): boolean {
  return input === undefined || misfits.size > 0;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
