"use client";
import { useTranslations } from "use-intl";
import type { JsonValue } from "@/lib/json";
import { assetIdOf } from "@/lib/storage/asset";

/** One value of an input; a stored file as its picture. */
export function InputValue({ value }: { value: JsonValue | undefined }) {
  const t = useTranslations("compare");
  if (value === undefined) return <span className="text-quiet">{t("notSet")}</span>;
  if (typeof value === "boolean") return t(value ? "on" : "off");
  if (typeof value === "string") return <InputText text={value} />;
  if (Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === "string")) {
    return (
      <span className="flex flex-wrap gap-1">
        {value.map((entry) => (
          <InputText key={entry} text={entry} />
        ))}
      </span>
    );
  }
  const text = typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
  return <code className="num whitespace-pre-wrap break-words text-xs">{text}</code>;
}

function InputText({ text }: { text: string }) {
  const t = useTranslations("compare");
  const assetId = assetIdOf(text);
  if (assetId !== undefined) {
    return (
      <a href={`/api/assets/${assetId}`} target="_blank" rel="noreferrer" className="inline-block">
        {/* biome-ignore lint/performance/noImgElement: the optimiser is off; the studio serves its own small pictures. */}
        <img
          src={`/api/assets/${assetId}/poster`}
          alt={t("reference")}
          className="max-h-24 rounded-sm"
          loading="lazy"
        />
      </a>
    );
  }
  const shown = text.startsWith("data:") ? `${text.slice(0, text.indexOf(","))}…` : text;
  return <span className="whitespace-pre-wrap break-words">{shown}</span>;
}
