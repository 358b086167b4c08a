"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useAxisWords } from "@/components/jobs/axis-words";
import { api } from "@/lib/api/client";
import type { WireModel } from "@/lib/api/contract";
import type { ExampleTake } from "@/lib/models/example-take";
import type { Field } from "@/lib/schema/field";
import { assetIdOf } from "@/lib/storage/asset";

type ExampleSettingsProps = { take: ExampleTake; name: string; present: WireModel };

/** What made the example: the model, its references, the prompt, and the rest in one line. */
export function ExampleSettings({ take, name, present }: ExampleSettingsProps) {
  const t = useTranslations("first");
  // The words for its fields come from its own model, which may not be the one of this page.
  const isPresent = present.id === take.modelId;
  const other = useQuery({
    queryKey: ["model", take.modelId],
    queryFn: () => api.readModel(take.modelId),
    enabled: !isPresent,
    retry: false,
  });
  const fields = isPresent ? present.fields : (other.data?.model.fields ?? []);
  const references = Object.values(take.input).flatMap((value) => assetOf(value) ?? []);
  return (
    <section aria-label={t("madeWith")} className="flex flex-col gap-2 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-quiet">{t("madeWith")}</span>
        <span className="font-medium">{name}</span>
      </p>
      <div className="flex items-start gap-3">
        <span aria-hidden className="flex shrink-0 gap-1">
          {references.map((id) => (
            // biome-ignore lint/performance/noImgElement: the studio's own small pictures, and the optimiser is off.
            <img
              key={id}
              src={`/api/assets/${id}/poster`}
              alt=""
              loading="lazy"
              className="h-12 w-9 rounded-sm object-cover"
            />
          ))}
        </span>
        <p className="min-w-0 text-pretty">{take.prompt}</p>
      </div>
      <p className="min-h-5 text-quiet">
        <Settings take={take} fields={fields} />
      </p>
    </section>
  );
}

function Settings({ take, fields }: { take: ExampleTake; fields: readonly Field[] }) {
  const words = useAxisWords();
  return fields
    .filter(({ name, kind }) => kind !== "prompt" && assetOf(take.input[name]) === undefined)
    .flatMap((field) => {
      const value = take.input[field.name];
      return value === undefined || value === false ? [] : words(fields, field.name, value);
    })
    .join(" · ");
}

function assetOf(value: unknown): string | undefined {
  return typeof value === "string" ? assetIdOf(value) : undefined;
}
