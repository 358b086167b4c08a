"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { Dialog } from "@/components/ui/dialog";
import { ApiError } from "@/lib/api/client";
import type { WireAddedModel } from "@/lib/api/import-contract";
import { modelsApi } from "@/lib/api/models-client";
import type { CorrectedKind } from "@/lib/schema/corrected-kind";
import type { Field } from "@/lib/schema/field";
import { FieldKinds } from "./field-kinds";

/** What an added model is called, and what its fields are. It outlasts a newer version of the model. */
export function CorrectDialog(props: { added: WireAddedModel; onClose: () => void; onSaved: () => void }) {
  const t = useTranslations("addedModels");
  const { added, onClose, onSaved } = props;
  const [name, setName] = useState(added.model.name);
  const [kinds, setKinds] = useState(added.kinds);
  // A name that nobody has changed is that of the reader's language, and not for everybody.
  const given = name.trim() === added.model.name ? {} : { name: name.trim() };
  const saving = useMutation({
    mutationFn: () => modelsApi.correctModel(added.model.id, { ...given, kinds }),
    onSuccess: onSaved,
  });
  const refusal = saving.error instanceof ApiError ? saving.error.problem?.detail : undefined;
  return (
    <Dialog title={t("correctTitle", { name: added.model.name })} closeLabel={t("close")} onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <label className="flex flex-col gap-1.5 font-medium text-sm">
          {t("name")}
          <input
            data-first-focus
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
            className={`${CONTROL_CLASS} h-9 font-normal [@media(pointer:coarse)]:h-[44px]`}
          />
        </label>
        <FieldKinds
          fields={added.model.fields.map((field) => correctedLook(field, kinds[field.name]))}
          correctable={added.correctable}
          onCorrect={(key, kind) => setKinds({ ...kinds, [key]: kind })}
        />
        {saving.isError ? (
          <p role="alert" className="text-failed text-sm">
            {refusal ?? t("failed")}
          </p>
        ) : null}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={saving.isPending || name.trim() === ""}>
            {t("save")}
          </Button>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The field as its row shows it before the correction is saved: only its kind is looked at there. */
function correctedLook(field: Field, kind: CorrectedKind | undefined): Field {
  if (kind === undefined) return field;
  const { name, label, required } = field;
  const isMedia = kind === "image" || kind === "video" || kind === "audio";
  const base = { name, label, required };
  if (!isMedia) return { ...base, kind };
  return field.kind === "mediaList" || field.kind === "json"
    ? { ...base, kind: "mediaList", media: kind, limits: {} }
    : { ...base, kind, limits: {} };
}
