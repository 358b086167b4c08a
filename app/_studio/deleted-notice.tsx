"use client";
import { useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useStore } from "zustand";
import { removeFromGallery, resetGallery } from "@/app/(studio)/gallery/gallery-query";
import { deletedTake } from "@/components/jobs/deleted-take";
import { restoreTake } from "@/components/jobs/remove-take";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

/** How long the message stays when nobody is at it. */
const SHOWN_MS = 15_000;

const close = () => deletedTake.setState({ id: undefined });

/** Says on every page that the last deleted take is in the trash, and takes it out again. */
export function DeletedNotice() {
  const id = useStore(deletedTake, (state) => state.id);
  return (
    <div
      role="status"
      className="empty:hidden fixed inset-x-3 bottom-16 z-40 mx-auto flex w-fit max-w-full md:bottom-4"
    >
      {id === undefined ? null : <Notice key={id} id={id} />}
    </div>
  );
}

function Notice({ id }: { id: string }) {
  const t = useTranslations("trash");
  const client = useQueryClient();
  const undoButton = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<"isIn" | "isBack" | "undoFailed">("isIn");
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    if (hovered || focused) return undefined;
    const timer = setTimeout(close, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [hovered, focused]);
  useEffect(() => removeFromGallery(client, [id]), [client, id]);
  useEffect(() => {
    // The button that was pressed is gone with its take.
    if (document.activeElement === document.body) undoButton.current?.focus();
  }, []);
  const undo = () =>
    restoreTake(id, client).then(
      () => {
        resetGallery(client);
        setState("isBack");
      },
      () => setState("undoFailed"),
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody is at its buttons.
    <div
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      className="flex max-w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line bg-raised py-1.5 pr-1.5 pl-4 text-sm shadow-float"
    >
      <span className="min-w-0 break-words">{t(state)}</span>
      {state === "isBack" ? (
        <Link href={`/jobs/${id}`} className={LINK_CLASS}>
          {t("openTake")}
        </Link>
      ) : (
        <>
          <Button ref={undoButton} onClick={() => void undo()}>
            {t("undo")}
          </Button>
          <Link href="/gallery/trash" className={LINK_CLASS}>
            {t("open")}
          </Link>
        </>
      )}
      <IconButton label={t("dismiss")} onClick={close}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

const LINK_CLASS = "inline-flex min-h-8 items-center underline [@media(pointer:coarse)]:min-h-[44px]";
