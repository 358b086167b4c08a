"use client";
import { useTranslations } from "use-intl";
import type { WireCollection } from "@/lib/api/gallery-contract";
import { Question } from "../question";
import { useCollections } from "./use-collections";

/** Asks before a collection goes, and says that its takes do not. */
export function DeleteCollection(props: { collection: WireCollection; onDeleted: () => void; onClose: () => void }) {
  const t = useTranslations("collections");
  const { remove } = useCollections();
  const { id, name, count } = props.collection;
  const yes = async () => {
    await remove(id);
    props.onDeleted();
  };
  return (
    <Question
      title={t("deleteTitle")}
      text={t("deleteText", { name, count })}
      yes={t("delete")}
      no={t("keep")}
      failed={t("notSaved")}
      closeLabel={t("close")}
      onYes={yes}
      onClose={props.onClose}
    />
  );
}
