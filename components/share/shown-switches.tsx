"use client";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "@/components/ui/switch";
import type { WireShare } from "@/lib/api/share-contract";

type Shown = WireShare["shown"];
const PARTS = ["prompt", "settings", "references", "download"] as const satisfies readonly (keyof Shown)[];

/** What stands beside the video on the page behind a link. */
export function ShownSwitches({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) {
  const t = useTranslations("shares");
  const id = useId();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium text-sm">{t("shows")}</legend>
      {PARTS.map((part) => (
        <div key={part} className="flex min-h-8 items-center justify-between gap-3">
          <label htmlFor={`${id}-${part}`} className="grow text-sm">
            {t(`parts.${part}`)}
          </label>
          <Switch
            id={`${id}-${part}`}
            checked={shown[part]}
            onChange={(event) => onChange({ ...shown, [part]: event.target.checked })}
          />
        </div>
      ))}
    </fieldset>
  );
}
