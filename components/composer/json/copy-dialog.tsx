"use client";
import { Copy } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Dialog } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import { useCopy } from "@/components/ui/use-copy";
import { SERVICE_ADDRESS } from "@/lib/request/model-address";
import { ownFiles, REQUEST_FORMS, type RequestForm, writeRequest } from "@/lib/request/write-request";
import { toInput, unready } from "../composition";
import { useComposition, useCompositionStore } from "../composition-context";

const NAMES: Record<RequestForm, string> = { json: "JSON", curl: "curl", typescript: "TypeScript", python: "Python" };
const OPTIONS = REQUEST_FORMS.map((form) => ({ value: form, label: NAMES[form] }));

/** The request as text to take elsewhere. */
export function CopyDialog({ modelId, onClose }: { modelId: string; onClose: () => void }) {
  const store = useCompositionStore();
  const uploading = useComposition((state) => unready(state).uploading);
  const [form, setForm] = useState<RequestForm>("json");
  const area = useRef<HTMLTextAreaElement>(null);
  const t = useTranslations("json");
  const id = useId();
  const { fields, values, media } = store.getState();
  const input = toInput(fields, { values, media });
  const text = writeRequest(form, { baseUrl: SERVICE_ADDRESS, modelId, input });
  const own = ownFiles(input);
  const { said, copy, forget } = useCopy(text, area);

  return (
    <Dialog title={t("copyTitle")} closeLabel={t("close")} onClose={onClose}>
      <div className="flex flex-col gap-3">
        <span id={`${id}-form`} className="sr-only">
          {t("form")}
        </span>
        <Segmented
          labelledBy={`${id}-form`}
          options={OPTIONS}
          value={form}
          onChange={(next) => {
            setForm(REQUEST_FORMS.find((known) => known === next) ?? "json");
            forget();
          }}
        />
        <textarea
          ref={area}
          readOnly
          rows={14}
          spellCheck={false}
          aria-label={NAMES[form]}
          value={text}
          className={`${CONTROL_CLASS} num scrolls resize-y whitespace-pre py-2 text-xs`}
        />
        {form === "json" ? null : <p className="text-quiet text-sm">{t("keyFromEnvironment")}</p>}
        {own > 0 ? <p className="text-sm text-unsure">{t("ownFiles", { count: own })}</p> : null}
        {uploading > 0 ? <p className="text-quiet text-sm">{t("uploading", { count: uploading })}</p> : null}
        <div className="flex items-center justify-end gap-3">
          <span role="status" className="text-sm">
            {said ? t(said) : null}
          </span>
          <Button variant="primary" data-first-focus onClick={() => void copy()}>
            <Copy size={16} aria-hidden />
            {t("copy")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
