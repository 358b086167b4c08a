"use client";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import type { WireModel } from "@/lib/api/contract";
import { FieldChanges } from "../field-changes";
import { FieldKinds } from "../field-kinds";
import { Unusable } from "./unusable";
import type { FoundText, Importing } from "./use-import";

/** What texts would add: the form, each field's kind, what changes, and what cannot be used. Nothing is kept before Add. */
export function ImportPreview(props: {
  importing: Importing;
  found: FoundText;
  form: (model: WireModel) => ReactNode;
  onAdded: (modelIds: readonly string[]) => void;
  onBack: () => void;
}) {
  const t = useTranslations("addModel");
  const { importing, found, form, onAdded, onBack } = props;
  const { models, skipped } = found.preview;
  const [only] = models.length === 1 ? models : [];
  const [name, setName] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);

  const add = async () => {
    const ids = await importing.add(name?.trim() ?? "");
    if (ids && ids.length > 0) onAdded(ids);
  };
  const refusal = importing.refusal === "" ? t("noAnswer") : importing.refusal;
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <Button variant="quiet" className="-ml-3" onClick={onBack}>
          <ArrowLeft size={14} aria-hidden />
          {t("back")}
        </Button>
        <h1 ref={heading} tabIndex={-1} className="font-semibold text-xl outline-none">
          {only ? only.model.name : t("several", { count: models.length })}
        </h1>
        {only?.modelId ? <p className="num break-all text-quiet text-sm">{only.modelId}</p> : null}
        {only ? <p className="text-sm">{t(`known.${only.known}`)}</p> : null}
        {only?.isGuess ? <p className="text-sm text-unsure">{t("guess")}</p> : null}
      </header>
      <Unusable skipped={skipped} files={found.unusable} />
      {only ? (
        <>
          <div className="grid gap-4 md:grid-cols-2">
            <label className="flex flex-col gap-1.5 font-medium text-sm">
              {t("name")}
              <input
                value={name ?? only.model.name}
                maxLength={120}
                onChange={(event) => setName(event.target.value)}
                className={`${CONTROL_CLASS} h-9 font-normal [@media(pointer:coarse)]:h-[44px]`}
              />
            </label>
            {only.modelId === undefined || found.modelId !== "" ? (
              <ModelId value={found.modelId} onName={(modelId) => void importing.correct({ modelId })} />
            ) : null}
          </div>
          {only.changes.length > 0 ? <FieldChanges changes={only.changes} /> : null}
          <div className="grid items-start gap-8 md:grid-cols-2">
            <FieldKinds
              fields={only.model.fields}
              correctable={only.correctable}
              onCorrect={(key, kind) => void importing.correct({ kinds: { ...found.kinds, [key]: kind } })}
            />
            <section aria-labelledby={`${id}-form`} className="flex flex-col gap-3">
              <h2 id={`${id}-form`} className="font-medium text-lg">
                {t("form")}
              </h2>
              <div inert className="flex flex-col gap-5 rounded-card border border-line bg-panel p-4">
                {form(only.model)}
              </div>
            </section>
          </div>
        </>
      ) : (
        <ul aria-label={t("several", { count: models.length })} className="grid gap-2 md:grid-cols-2">
          {models.map(({ model, modelId, known }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two texts may be about one model, and the list never changes.
            <li key={index} className="flex flex-col rounded-card border border-line bg-panel px-4 py-2">
              <span className="text-sm">{model.name}</span>
              <span className="num break-all text-quiet text-xs">{modelId}</span>
              <span className="text-quiet text-xs">{t(`known.${known}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {refusal ? (
        <p role="alert" className="text-failed text-sm">
          {refusal}
        </p>
      ) : null}
      <footer className="sticky bottom-0 -mx-4 flex gap-2 border-line border-t bg-ground px-4 py-3">
        <Button
          variant="primary"
          disabled={importing.busy || models.length === 0 || (only !== undefined && only.modelId === undefined)}
          onClick={() => void add()}
        >
          {t("add", { count: models.length })}
        </Button>
        <Button onClick={onBack}>{t("cancel")}</Button>
      </footer>
    </>
  );
}

/** Names the model of a schema that stands alone; looked at again when the field is left. */
function ModelId({ value, onName }: { value: string; onName: (modelId: string) => void }) {
  const t = useTranslations("addModel");
  const [typed, setTyped] = useState(value);
  return (
    <label className="flex flex-col gap-1.5 font-medium text-sm">
      {t("modelId")}
      <input
        value={typed}
        maxLength={512}
        placeholder="maker/model/task"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => typed.trim() !== value && onName(typed.trim())}
        onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && onName(typed.trim())}
        className={`${CONTROL_CLASS} num h-9 font-normal [@media(pointer:coarse)]:h-[44px]`}
      />
    </label>
  );
}
