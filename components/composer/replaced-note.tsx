"use client";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { modelPath } from "@/lib/api/client";
import type { WireModelSummary } from "@/lib/api/contract";
import { useComposition, useCompositionStore } from "./composition-context";

/** Says that the form was replaced, with the way back: to what stood here, and to the model whose form was left for this one. */
export function ReplacedNote({ models }: { models: readonly WireModelSummary[] }) {
  const store = useCompositionStore();
  const reason = useComposition((state) => state.replaced?.reason);
  const leftId = useComposition((state) => state.replaced?.leftModelId);
  const left = models.find(({ id }) => id === leftId);
  const t = useTranslations("composer");
  return (
    <div role="status" className="text-sm empty:hidden">
      {reason ? (
        <p className="flex flex-wrap items-center justify-between rounded bg-accent-soft py-0.5 pr-1 pl-2.5">
          <span className="py-1">{t(reason)}</span>
          {left ? (
            // Its draft waits there; what stood here before is this model's draft again.
            <Link
              href={`/models/${modelPath(left.id)}`}
              onClick={() => store.getState().undoReplace()}
              className={buttonClass("quiet", "text-accent!")}
            >
              {t("backToModel", { model: left.name })}
            </Link>
          ) : null}
          <Button variant="quiet" className="text-accent!" onClick={() => store.getState().undoReplace()}>
            {t("undo")}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
