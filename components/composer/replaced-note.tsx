"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useComposition, useCompositionStore } from "./composition-context";

/** Says that the form was replaced, with the way back. */
export function ReplacedNote() {
  const store = useCompositionStore();
  const reason = useComposition((state) => state.replaced?.reason);
  const t = useTranslations("composer");
  return (
    <div role="status" className="text-sm empty:hidden">
      {reason ? (
        <p className="flex items-center justify-between rounded bg-accent-soft py-0.5 pr-1 pl-2.5">
          {t(reason)}
          <Button variant="quiet" className="text-accent!" onClick={() => store.getState().undoReplace()}>
            {t("undo")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
