"use client";
import clsx from "clsx";
import { useTranslations } from "use-intl";
import type { WireJob } from "@/lib/api/contract";
import type { JsonValue } from "@/lib/json";
import type { Field } from "@/lib/schema/field";
import { assetIdOf } from "@/lib/storage/asset";

/**
 * Everything that a take was made with: the prompt, then the rest in the order of the form, files side by side; keys that the model no
 * longer has come last.
 */
export function JobInputs({ job, fields }: { job: WireJob; fields: readonly Field[] }) {
  const t = useTranslations("job");
  const inOrder = [...fields].sort((a, b) => Number(b.kind === "prompt") - Number(a.kind === "prompt"));
  const known = new Map(inOrder.map((field) => [field.name, field]));
  const keys = [...known.keys(), ...Object.keys(job.input).filter((key) => !known.has(key))];
  return (
    <section aria-labelledby="job-settings" className="flex flex-col gap-2">
      <h2 id="job-settings" className="font-medium text-base">
        {t("settings")}
      </h2>
      <dl className="flex flex-wrap gap-x-3 gap-y-2 text-sm">
        {keys.map((key) => {
          const value = job.input[key];
          const { label = key, lang } = known.get(key) ?? {};
          const isFile = typeof value === "string" && assetIdOf(value) !== undefined;
          return value === undefined ? null : (
            <div key={key} className={clsx("flex flex-col", !isFile && "w-full")}>
              <dt lang={lang} className="text-quiet text-xs">
                {label}
              </dt>
              <dd className="whitespace-pre-wrap break-words">
                <InputValue label={label} value={value} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function InputValue({ label, value }: { label: string; value: JsonValue }) {
  const t = useTranslations("composer");
  if (typeof value === "boolean") return value ? t("on") : t("off");
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string"))
    return value.map((entry) => <InputText key={entry} label={label} text={entry} />);
  if (typeof value === "string") return <InputText label={label} text={value} />;
  return (
    <code className="num text-xs">{typeof value === "object" ? JSON.stringify(value, null, 2) : String(value)}</code>
  );
}

function InputText({ label, text }: { label: string; text: string }) {
  const assetId = assetIdOf(text);
  if (assetId === undefined) return text.startsWith("data:") ? `${text.slice(0, text.indexOf(","))}…` : text;
  return (
    <a href={`/api/assets/${assetId}`} target="_blank" rel="noreferrer" className="mt-1 inline-block">
      {/* biome-ignore lint/performance/noImgElement: the optimiser is off; a video or sound without a poster shows its label instead. */}
      <img src={`/api/assets/${assetId}/poster`} alt={label} className="max-h-24 rounded-sm" loading="lazy" />
    </a>
  );
}
