"use client";
import { FolderMinus, FolderPlus, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { WireCollection } from "@/lib/api/gallery-contract";
import { useCollections } from "../collections/use-collections";
import { BAR_MENU } from "./bar-button";

const NewCollection = dynamic(() => import("../collections/new-collection").then((module) => module.NewCollection), {
  ssr: false,
});

/** Into one of the collections or a new one, and out of the one that is shown. */
export function CollectMenu(props: {
  /** Whose takes the gallery shows. */
  collectionId: string | undefined;
  onCollect: (collection: WireCollection) => void;
  onTakeOut: (collectionId: string) => void;
}) {
  const t = useTranslations("bulk");
  const { query, collections } = useCollections();
  const [naming, setNaming] = useState(false);
  const { collectionId, onCollect, onTakeOut } = props;
  const state = query.isPending ? t("loading") : query.isError && !query.data ? t("collectionsFailed") : undefined;
  const items: MenuItem[] = [
    ...(collectionId === undefined
      ? []
      : [
          { label: t("takeOut"), icon: <FolderMinus size={16} aria-hidden />, onChoose: () => onTakeOut(collectionId) },
        ]),
    { label: t("newCollection"), icon: <Plus size={16} aria-hidden />, onChoose: () => setNaming(true) },
    ...collections
      .filter(({ id }) => id !== collectionId)
      .map((collection) => ({ label: collection.name, onChoose: () => onCollect(collection) })),
    ...(state === undefined ? [] : [{ label: state, onChoose: () => undefined, disabled: true }]),
  ];
  return (
    <>
      <Menu
        label={t("collect")}
        icon={
          <>
            <FolderPlus size={16} aria-hidden />
            <span className="max-lg:hidden">{t("collect")}</span>
          </>
        }
        items={items}
        className={BAR_MENU}
      />
      {naming ? <NewCollection onMade={onCollect} onClose={() => setNaming(false)} /> : null}
    </>
  );
}
