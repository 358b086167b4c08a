"use client";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import type { WireCollection } from "@/lib/api/gallery-contract";
import { closeDialog } from "../close-dialog";
import { NameForm } from "./name-form";
import { useCollections } from "./use-collections";

/** Asks for the name of a new collection. */
export function NewCollection(props: { onMade: (collection: WireCollection) => void; onClose: () => void }) {
  const t = useTranslations("collections");
  const { add } = useCollections();
  const content = useRef<HTMLDivElement>(null);
  const make = async (name: string) => {
    props.onMade(await add(name));
    closeDialog(content.current);
  };
  return (
    <Dialog title={t("new")} closeLabel={t("close")} onClose={props.onClose}>
      <div ref={content} className="flex">
        <NameForm action={t("create")} onName={make} />
      </div>
    </Dialog>
  );
}
