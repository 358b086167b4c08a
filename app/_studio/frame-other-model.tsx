"use client";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { mediaSlots } from "@/components/composer/composition";
import { CONTROL_CLASS } from "@/components/ui/control-class";
import { api } from "@/lib/api/client";
import { FramePlaces } from "./frame-places";

/** A model of the catalogue, and the place in its form. */
export function OtherModel(props: {
  present: string | undefined;
  busy: boolean;
  onChoose: (modelId: string, slot: { id: string }) => void;
}) {
  const t = useTranslations("useFrame");
  const id = useId();
  const [modelId, setModelId] = useState("");
  const models = useQuery({ queryKey: ["models"], queryFn: api.listModels });
  const model = useQuery({
    queryKey: ["model", modelId],
    queryFn: () => api.readModel(modelId),
    enabled: modelId !== "",
  });
  const others = models.data?.models.filter((each) => each.id !== props.present) ?? [];
  const fields = model.data?.model.fields;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{t("elsewhere")}</h3>
      <label htmlFor={id} className="text-quiet">
        {t("model")}
      </label>
      <select
        id={id}
        value={modelId}
        onChange={(event) => setModelId(event.target.value)}
        className={`${CONTROL_CLASS} min-h-[44px]`}
      >
        <option value="" />
        {others.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      {model.isLoading ? <p role="status">{t("loading")}</p> : null}
      {models.isError || model.isError ? <p role="alert">{t("notLoaded")}</p> : null}
      {fields ? (
        <FramePlaces
          form={{ slots: mediaSlots(fields), media: {} }}
          busy={props.busy}
          onChoose={(slot) => props.onChoose(modelId, slot)}
        />
      ) : null}
    </section>
  );
}
