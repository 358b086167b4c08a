"use client";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { closeDialog } from "./close-dialog";

/** Asks once before something is done that cannot be undone; stays open, and says so, where it failed. */
export function Question(props: {
  title: string;
  text: string;
  yes: string;
  no: string;
  failed: string;
  closeLabel: string;
  onYes: () => Promise<void>;
  onClose: () => void;
}) {
  const content = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const act = async () => {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    try {
      await props.onYes();
      closeDialog(content.current);
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <Dialog title={props.title} closeLabel={props.closeLabel} onClose={props.onClose}>
      <div ref={content} className="flex flex-col gap-4">
        <p className="break-words">{props.text}</p>
        {failed ? (
          <p role="alert" className="text-failed text-sm">
            {props.failed}
          </p>
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button data-first-focus onClick={() => closeDialog(content.current)}>
            {props.no}
          </Button>
          <Button variant="danger" aria-disabled={busy || undefined} onClick={() => void act()}>
            {props.yes}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
