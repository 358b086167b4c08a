"use client";
import { ChevronUp, Grid2x2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useVariationStore, useVariations } from "./variation-context";
import { isVaried } from "./variation-store";

// Loaded with the first use: most takes are made one at a time.
const VariationsPanel = dynamic(() => import("./variations-panel").then((module) => module.VariationsPanel), {
  ssr: false,
});
const TakesInAll = dynamic(() => import("./takes-in-all").then((module) => module.TakesInAll), { ssr: false });

/** Opens what makes several takes of one composition, and says in one line how many that will be. */
export function VariationsControl() {
  const t = useTranslations("variations");
  const store = useVariationStore();
  const isOpen = useVariations((state) => state.isOpen);
  const varied = useVariations(isVaried);
  const panelId = useId();
  return (
    <>
      {isOpen ? (
        <div id={panelId}>
          <VariationsPanel />
        </div>
      ) : null}
      <div className="-mx-2 flex items-center justify-between gap-2">
        <Button
          variant="quiet"
          aria-expanded={isOpen}
          aria-controls={isOpen ? panelId : undefined}
          onClick={() => store.getState().setOpen(!isOpen)}
        >
          <Grid2x2 size={14} aria-hidden />
          {t("title")}
          <ChevronUp size={14} aria-hidden className={isOpen ? "rotate-180" : ""} />
        </Button>
        {varied ? <TakesInAll /> : null}
      </div>
    </>
  );
}
