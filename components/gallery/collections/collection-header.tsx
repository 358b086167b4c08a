"use client";
import { ArrowLeft, Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { galleryApi } from "@/lib/api/gallery-client";
import type { WireCollection } from "@/lib/api/gallery-contract";
import { NameForm } from "./name-form";
import { useCollections } from "./use-collections";

const Arrange = dynamic(() => import("./arrange").then((module) => module.Arrange), { ssr: false });
const DeleteCollection = dynamic(() => import("./delete-collection").then((module) => module.DeleteCollection), {
  ssr: false,
});

type HeaderProps = {
  id: string;
  /** Its takes stand in another order now. */
  onOrdered: () => void;
  onDeleted: () => void;
};

/** The head of the gallery while it shows one collection: its name, and what can be done with the whole of it. */
export function CollectionHeader(props: HeaderProps) {
  const t = useTranslations("collections");
  const { query, collections } = useCollections();
  const collection = collections.find(({ id }) => id === props.id);
  return (
    <header className="flex min-h-22 flex-col gap-2">
      <Link href="/gallery" className={buttonClass("quiet", "-ml-3 self-start")}>
        <ArrowLeft size={16} aria-hidden />
        {t("allTakes")}
      </Link>
      {collection ? <Known {...props} collection={collection} /> : null}
      {collection?.count === 0 ? (
        <EmptyState text={t("noTakes")}>
          <Link href="/gallery" className={buttonClass("primary")}>
            {t("chooseTakes")}
          </Link>
        </EmptyState>
      ) : null}
      {query.isPending ? (
        <p role="status" className="text-quiet text-sm">
          {t("loading")}
        </p>
      ) : null}
      {query.isSuccess && !collection ? <p className="text-quiet">{t("gone")}</p> : null}
      {query.isError && !collection ? (
        <div role="alert" className="flex items-center gap-3 text-failed text-sm">
          {t("loadFailed")}
          <Button onClick={() => void query.refetch()}>{t("retry")}</Button>
        </div>
      ) : null}
    </header>
  );
}

function Known({ collection, onOrdered, onDeleted }: HeaderProps & { collection: WireCollection }) {
  const t = useTranslations("collections");
  const [open, setOpen] = useState<"arrange" | "delete">();
  const close = () => setOpen(undefined);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Name key={collection.id} collection={collection} />
      <div className="ml-auto flex flex-wrap gap-1.5 max-md:ml-0">
        {collection.count > 0 ? (
          <>
            <Button onClick={() => setOpen("arrange")}>{t("arrange")}</Button>
            <a
              href={galleryApi.downloadPath({ collectionId: collection.id })}
              download
              className={buttonClass("plain")}
            >
              {t("download")}
            </a>
          </>
        ) : null}
        <Button variant="quiet" onClick={() => setOpen("delete")}>
          {t("delete")}
        </Button>
      </div>
      {open === "arrange" ? <Arrange collection={collection} onOrdered={onOrdered} onClose={close} /> : null}
      {open === "delete" ? <DeleteCollection collection={collection} onDeleted={onDeleted} onClose={close} /> : null}
    </div>
  );
}

/** The heading, which becomes a field to give the collection another name. */
function Name({ collection }: { collection: WireCollection }) {
  const t = useTranslations("collections");
  const { change } = useCollections();
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  const stop = () => {
    wasEditing.current = true;
    setEditing(false);
  };
  const rename = async (name: string) => {
    await change(collection.id, { name });
    stop();
  };
  if (editing) {
    return <NameForm large initial={collection.name} action={t("save")} onName={rename} onCancel={stop} />;
  }
  return (
    <div className="flex min-w-0 items-center gap-2">
      <h1 className="min-w-0 break-words font-semibold text-xl">{collection.name}</h1>
      <IconButton
        // The field that had the focus is gone.
        ref={(button) => {
          pencil.current = button;
          if (button && wasEditing.current) button.focus();
          wasEditing.current = false;
        }}
        label={t("rename")}
        onClick={() => setEditing(true)}
      >
        <Pencil size={16} aria-hidden />
      </IconButton>
      <p className="whitespace-nowrap text-quiet text-sm tabular-nums">{t("count", { count: collection.count })}</p>
    </div>
  );
}
