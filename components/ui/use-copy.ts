"use client";
import { type RefObject, useState } from "react";

/**
 * Copies a text, and tells how that went. The clipboard is not there on an address without encryption, such as another machine's
 * in the same network: then the text is selected in its field, to be copied by hand.
 */
export function useCopy(text: string, field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>) {
  const [said, setSaid] = useState<"copied" | "selected">();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("copied");
    } catch {
      field.current?.focus();
      field.current?.select();
      setSaid("selected");
    }
  };
  return { said, copy, forget: () => setSaid(undefined) };
}
