"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { WireAddedModel } from "@/lib/api/import-contract";
import { modelsApi } from "@/lib/api/models-client";

/** Asks once before an added model is taken out. */
export function RemoveDialog(props: { added: WireAddedModel; onClose: () => void; onRemoved: () => void }) {
  const t = useTranslations("addedModels");
  const { onClose, onRemoved } = props;
  const { model, isShipped } = props.added;
  const removing = useMutation({ mutationFn: () => modelsApi.removeModel(model.id), onSuccess: onRemoved });
  return (
    <Dialog title={t("removeTitle", { name: model.name })} closeLabel={t("close")} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-sm">{t(isShipped ? "removeShipped" : "removeHelp")}</p>
        {removing.isError ? (
          <p role="alert" className="text-failed text-sm">
            {t("failed")}
          </p>
        ) : null}
        <div className="flex gap-2">
          <Button variant="danger" disabled={removing.isPending} onClick={() => removing.mutate()}>
            {t("remove")}
          </Button>
          <Button data-first-focus onClick={onClose}>
            {t("keep")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
