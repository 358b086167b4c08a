"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { itemOfAsset } from "@/components/composer/media/item-of-asset";
import { Dialog } from "@/components/ui/dialog";
import { modelPath, uploadFile } from "@/lib/api/client";
import { OtherModel } from "./frame-other-model";
import { FramePlaces } from "./frame-places";
import { putInSlot } from "./put-in-slot";
import { handOver } from "./reuse";
import type { PresentForm } from "./use-frame";

type FrameDialogProps = {
  picture: File;
  form: PresentForm | undefined;
  onClose: () => void;
  /** Said of a place in the form of this page. */
  onAdded: (label: string) => void;
};

/** Where a frame goes: a place for pictures in this form, or in the form of any other model. */
export function FrameDialog({ picture, form, onClose, onAdded }: FrameDialogProps) {
  const t = useTranslations("useFrame");
  const router = useRouter();
  const [state, setState] = useState<"asking" | "sending" | "failed">("asking");

  const stored = async () => {
    setState("sending");
    const asset = await uploadFile(picture, { onProgress: () => {}, signal: new AbortController().signal });
    return { ...itemOfAsset(asset), name: picture.name };
  };
  const add = (store: PresentForm["store"], slot: { id: string; label: string }) =>
    stored().then(
      (item) => {
        putInSlot(store, slot.id, item);
        onClose();
        onAdded(slot.label);
      },
      () => setState("failed"),
    );
  const send = (modelId: string, slot: { id: string }) =>
    stored().then(
      (item) => {
        handOver({ modelId, slotId: slot.id, item });
        onClose();
        router.push(`/models/${modelPath(modelId)}`);
      },
      () => setState("failed"),
    );
  const busy = state === "sending";
  return (
    <Dialog title={t("title")} closeLabel={t("close")} onClose={onClose}>
      <div className="flex flex-col gap-4 text-sm">
        <Picture file={picture} />
        {form ? (
          <section className="flex flex-col gap-2">
            <h3 className="font-medium">{t("here")}</h3>
            <FramePlaces form={form.store.getState()} busy={busy} onChoose={(slot) => add(form.store, slot)} />
          </section>
        ) : null}
        <OtherModel present={form?.model.id} busy={busy} onChoose={send} />
        <p role="status" className={state === "failed" ? "text-failed" : "text-quiet"}>
          {state === "sending" ? t("sending") : state === "failed" ? t("failed") : ""}
        </p>
      </div>
    </Dialog>
  );
}

function Picture({ file }: { file: File }) {
  const t = useTranslations("useFrame");
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(file);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return (
    <div className="flex h-40 items-center justify-center rounded bg-stage">
      {/* biome-ignore lint/performance/noImgElement: it lies in the memory of this page. */}
      {address ? <img src={address} alt={t("alt", { name: file.name })} className="h-full object-contain" /> : null}
    </div>
  );
}
