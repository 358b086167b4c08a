"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ApiError } from "@/lib/api/client";
import type { WireModel } from "@/lib/api/contract";
import { modelsApi } from "@/lib/api/models-client";
import { FieldChanges } from "./field-changes";

const NOT_FOUND = 404;

/** How an added model stands in the service's list now, field by field; nothing changes before Update. */
export function UpdateDialog(props: { model: WireModel; onClose: () => void; onUpdated: () => void }) {
  const t = useTranslations("addedModels");
  const { model, onClose, onUpdated } = props;
  const listed = useQuery({
    queryKey: ["catalog-model", model.id],
    queryFn: () => modelsApi.previewCatalogModel(model.id),
    retry: false,
    gcTime: 0,
  });
  const updating = useMutation({ mutationFn: () => modelsApi.addCatalogModel(model.id), onSuccess: onUpdated });
  const changes = listed.data?.models[0]?.changes;
  const isUnlisted = listed.error instanceof ApiError && listed.error.status === NOT_FOUND;
  return (
    <Dialog title={t("updateTitle", { name: model.name })} closeLabel={t("close")} onClose={onClose}>
      <div className="flex flex-col gap-4">
        {listed.isPending ? (
          <p role="status" className="text-quiet text-sm">
            {t("comparing")}
          </p>
        ) : null}
        {listed.isError ? (
          <p role="alert" className="text-sm">
            {t(isUnlisted ? "notListed" : "failed")}
          </p>
        ) : null}
        {changes?.length === 0 ? <p className="text-sm">{t("unchanged")}</p> : null}
        {changes && changes.length > 0 ? <FieldChanges changes={changes} /> : null}
        {updating.isError ? (
          <p role="alert" className="text-failed text-sm">
            {t("failed")}
          </p>
        ) : null}
        <div className="flex gap-2">
          {changes && changes.length > 0 ? (
            <Button variant="primary" disabled={updating.isPending} onClick={() => updating.mutate()}>
              {t("update")}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t("close")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
