"use client";
import clsx from "clsx";
import { Link2, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/field-frame";
import { type MediaItem, type MediaSlot, nameOfRef } from "../composition";
import { useComposition, useCompositionStore } from "../composition-context";
import { AddressForm } from "./address-form";
import { MediaTile } from "./media-tile";
import { useAddFiles } from "./use-add-files";

const NO_ITEMS: MediaItem[] = [];
const ADD_LABEL = { image: "addImage", video: "addVideo", audio: "addAudio" } as const;

/** The files of one slot: added by choosing, dropping, pasting or by address, in the order in which they are sent. */
export function MediaSlotInput({ slot }: { slot: MediaSlot }) {
  const store = useCompositionStore();
  const items = useComposition((state) => state.media[slot.id] ?? NO_ITEMS);
  const problems = useSlotProblems(slot, items);
  const { addFiles, note } = useAddFiles();
  const [asking, setAsking] = useState(false);
  const [over, setOver] = useState(false);
  const t = useTranslations("media");
  const tComposer = useTranslations("composer");
  const room = items.length < slot.max;
  const takeFrom = (input: HTMLInputElement | null) => {
    if (!input?.files?.length) return;
    addFiles(slot, [...input.files]);
    input.value = "";
  };
  const addRef = (ref: string) =>
    store.getState().addItems(slot.id, [{ key: crypto.randomUUID(), name: nameOfRef(ref), state: "ready", ref }]);

  return (
    <FieldFrame
      name={slot.keys[0] ?? slot.id}
      label={slot.label}
      help={slot.help}
      optional={!slot.required}
      error={problems.join("\n") || undefined}
      aside={slot.max > 1 ? t("count", { count: items.length, max: slot.max }) : null}
    >
      {({ controlId, labelId, describedBy, invalid }) => (
        <section
          aria-labelledby={labelId}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            event.stopPropagation();
            setOver(false);
            addFiles(slot, [...event.dataTransfer.files]);
          }}
          className={clsx(
            "flex flex-col gap-2 rounded",
            over && "outline-2 outline-accent outline-dashed outline-offset-4",
          )}
        >
          <ul className={clsx("grid gap-2", slot.max > 1 ? "grid-cols-4" : "grid-cols-3")}>
            {items.map((item, index) => (
              <MediaTile
                key={item.key}
                slot={slot}
                item={item}
                index={index}
                onMeasured={(size) => store.getState().patchItem(slot.id, item.key, size)}
                onRemove={() => store.getState().removeItem(slot.id, item.key)}
              />
            ))}
            {room ? (
              <li>
                <label
                  className={clsx(
                    "flex aspect-[4/5] cursor-pointer flex-col items-center justify-center gap-1 rounded border border-dashed px-1 text-center text-quiet text-xs hover:border-accent hover:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
                    invalid ? "border-failed" : "border-edge",
                  )}
                >
                  <input
                    id={controlId}
                    type="file"
                    className="sr-only"
                    multiple={slot.max > 1}
                    accept={slot.limits.types?.join(",") ?? `${slot.media}/*`}
                    aria-describedby={describedBy}
                    aria-invalid={invalid || undefined}
                    // Files that were chosen before the page had taken over are there already.
                    ref={takeFrom}
                    onChange={(event) => takeFrom(event.target)}
                  />
                  <Plus size={18} aria-hidden />
                  {over ? t("dropHere") : t(ADD_LABEL[slot.media])}
                </label>
              </li>
            ) : null}
          </ul>
          {note ? (
            <p role="status" className="text-accent text-sm">
              {note}
            </p>
          ) : null}
          {room && !asking ? (
            <div className="-ml-2 flex flex-wrap">
              <Button variant="quiet" onClick={() => setAsking(true)}>
                <Link2 size={14} aria-hidden />
                {t("byAddress")}
              </Button>
              {slot.sample ? (
                <Button variant="quiet" onClick={() => addRef(slot.sample ?? "")}>
                  {tComposer("useSample")}
                </Button>
              ) : null}
            </div>
          ) : null}
          {room && asking ? <AddressForm onAddress={addRef} onClose={() => setAsking(false)} /> : null}
        </section>
      )}
    </FieldFrame>
  );
}

/** What is wrong in a slot, each line with the place it is about where there are several. */
function useSlotProblems(slot: MediaSlot, items: readonly MediaItem[]): string[] {
  const t = useTranslations("media");
  const problems = useComposition((state) => state.problems);
  const nameOf = (index: number) => slot.tags[index] ?? String(index + 1);
  const named = (index: number, problem: string) =>
    slot.max > 1 ? t("named", { name: nameOf(index), problem }) : problem;
  const refused = items.flatMap((item, index) => (item.problem ? [named(index, item.problem)] : []));
  const found = problems.flatMap(({ field, message }) => {
    const [key = "", place] = field.split(".");
    const index = slot.list ? Number(place ?? 0) : slot.keys.indexOf(key);
    if (!slot.keys.includes(key)) return [];
    return [index < items.length ? named(index, message) : message];
  });
  return [...refused, ...found];
}
