"use client";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { CompositionStore } from "@/components/composer/composition-store";
import type { WireModel } from "@/lib/api/contract";

const FrameDialog = dynamic(() => import("./frame-dialog").then((module) => module.FrameDialog), { ssr: false });

/** The form of this page, where there is one. */
export type PresentForm = { model: WireModel; store: CompositionStore; onAdded: () => void };

/** A frame of a take on its way into a form: `choosePlace` opens the dialog that asks for the place. */
export function useFrame(form?: PresentForm): {
  choosePlace: (picture: File) => void;
  dialog: ReactNode;
} {
  const t = useTranslations("useFrame");
  const [picture, setPicture] = useState<File>();
  const [said, setSaid] = useState("");
  const dialog = (
    <>
      {picture ? (
        <FrameDialog
          picture={picture}
          form={form}
          onClose={() => setPicture(undefined)}
          onAdded={(label) => {
            setSaid(t("added", { label }));
            form?.onAdded();
          }}
        />
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
  return { choosePlace: setPicture, dialog };
}
