"use client";
import { PanelRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { isPageKey } from "@/components/ui/page-key";

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
      if (!isPageKey(event) || event.repeat) return;
      if (event.key.toLowerCase() === KEY) toggle.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <Button
      variant="quiet"
      aria-expanded={open}
      aria-keyshortcuts={KEY.toUpperCase()}
      data-details-button
      onClick={onToggle}
    >
      <PanelRight size={14} aria-hidden />
      {t("open")}
    </Button>
  );
}
