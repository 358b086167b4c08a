"use client";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CONTROL_CLASS } from "@/components/ui/control-class";

/** Takes a file by its address on the web. */
export function AddressForm(props: { onAddress: (address: string) => void; onClose: () => void }) {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const t = useTranslations("media");
  const use = () => {
    const address = text.trim();
    if (!URL.canParse(address) || new URL(address).protocol !== "https:") return setWrong(true);
    props.onAddress(address);
    props.onClose();
  };
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-quiet text-sm">
        {t("address")}
      </label>
      <div className="flex gap-1.5">
        <input
          id={id}
          // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this input.
          autoFocus
          type="url"
          value={text}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(false);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Escape") props.onClose();
            if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            use();
          }}
          className={`${CONTROL_CLASS} h-8`}
        />
        <Button onClick={use}>{t("useAddress")}</Button>
        <Button variant="quiet" onClick={props.onClose}>
          {t("cancel")}
        </Button>
      </div>
      {wrong ? (
        <p id={`${id}-wrong`} className="text-failed text-sm">
          {t("notAnAddress")}
        </p>
      ) : null}
    </div>
  );
}
