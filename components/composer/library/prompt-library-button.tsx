"use client";
import { BookOpen } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { usePromptTarget } from "./prompt-target";

// Loaded when it is asked for: it is not needed to see or fill the form. Without `ssr: false` the whole page would be hidden while
// it loads, and the button would lose the focus that the dialog gives back.
const PromptLibrary = dynamic(() => import("./prompt-library").then((module) => module.PromptLibrary), { ssr: false });

/** Opens what was written before: the prompts that were sent, and snippets. */
export function PromptLibraryButton({ fieldName }: { fieldName: string }) {
  const [open, setOpen] = useState(false);
  const target = usePromptTarget(fieldName);
  const t = useTranslations("library");
  return (
    <>
      <Button variant="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <BookOpen size={16} aria-hidden />
        {t("open")}
      </Button>
      {open ? <PromptLibrary target={target} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
