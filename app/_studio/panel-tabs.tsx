"use client";
import clsx from "clsx";
import { Clapperboard, Layers, PenLine } from "lucide-react";
import { useTranslations } from "use-intl";

export type Panel = "compose" | "watch" | "takes";

const PANELS = [
  { id: "compose", icon: PenLine },
  { id: "watch", icon: Clapperboard },
  { id: "takes", icon: Layers },
] as const;

/** On a phone: which of the three zones is in view. */
export function PanelTabs(props: { panel: Panel; onPanel: (panel: Panel) => void }) {
  const t = useTranslations("panels");
  return (
    <nav
      aria-label={t("label")}
      className="fixed inset-x-0 bottom-0 z-20 flex h-14 border-line border-t bg-panel md:hidden"
    >
      {PANELS.map(({ id, icon: Icon }) => (
        <button
          key={id}
          type="button"
          aria-current={props.panel === id ? "true" : undefined}
          onClick={() => props.onPanel(id)}
          className={clsx(
            "flex grow basis-0 flex-col items-center justify-center gap-0.5 text-xs",
            props.panel === id ? "text-accent" : "text-quiet",
          )}
        >
          <Icon size={18} aria-hidden />
          {t(id)}
        </button>
      ))}
    </nav>
  );
}
