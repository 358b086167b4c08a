"use client";
import { PanelRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

const KEY = "t";

/** Opens and closes the details of the take on the stage, by itself or by a key. */
export function DetailsButton({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const t = useTranslations("details");
  const toggle = useRef(onToggle);
  useEffect(() => {
    toggle.current = onToggle;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest("input, textarea, select, dialog, [contenteditable]");
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      if (event.key.toLowerCase() === KEY) toggle.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <Button variant="quiet" aria-expanded={open} data-details-button onClick={onToggle}>
      <PanelRight size={14} aria-hidden />
      {t("open")}
    </Button>
  );
}
