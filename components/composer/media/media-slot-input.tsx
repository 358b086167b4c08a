"use client";
import clsx from "clsx";
import dynamic from "next/dynamic";
import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FieldFrame } from "@/components/ui/field-frame";
import { uploadLimits } from "@/lib/schema/media-limits";
import { type MediaItem, type MediaSlot, nameOfRef } from "../composition";
import { useComposition, useCompositionStore } from "../composition-context";
import { AddTile } from "./add-tile";
import { LimitsLine } from "./limits-line";
import { SlotSources } from "./slot-sources";
import { pickFile } from "./tile-commands";
import { tileName } from "./tile-facts";
import { useAddFiles } from "./use-add-files";

// Loaded when it is asked for.
const FieldExplanation = dynamic(
  () => import("../fields/field-explanation").then((module) => module.FieldExplanation),
  { ssr: false },
);
const AddressForm = dynamic(() => import("./address-form").then((module) => module.AddressForm), { ssr: false });

// Loaded when there is a tile to show, or when they are asked for. Without `ssr: false` the page is hidden meanwhile.
const TileList = dynamic(() => import("./tile-list").then((module) => module.TileList), { ssr: false });
const FixAll = dynamic(() => import("./check/fix-all").then((module) => module.FixAll), { ssr: false });
const CropDialog = dynamic(() => import("./check/crop-dialog").then((module) => module.CropDialog), { ssr: false });
const LookLarge = dynamic(() => import("./look-large").then((module) => module.LookLarge), { ssr: false });
const ShelfDialog = dynamic(() => import("./shelf/shelf-dialog").then((module) => module.ShelfDialog), { ssr: false });
const FrameDialog = dynamic(() => import("./frames/frame-dialog").then((module) => module.FrameDialog), { ssr: false });

type Opened = { dialog: "address" | "shelf" | "frames" } | { dialog: "large" | "crop"; key: string };

const NO_ITEMS: MediaItem[] = [];
const ADD_LABEL = { image: "addImage", video: "addVideo", audio: "addAudio" } as const;

/** The files of one slot: added by choosing, dropping, pasting or by address, in the order in which they are sent. */
export function MediaSlotInput({ slot }: { slot: MediaSlot }) {
  const store = useCompositionStore();
  const items = useComposition((state) => state.media[slot.id] ?? NO_ITEMS);
  const problems = useSlotProblems(slot, items);
  const { addFiles, replaceFile, note } = useAddFiles(slot.id);
  const [opened, setOpened] = useState<Opened | undefined>();
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const limitsId = useId();
  const t = useTranslations("media");
  const room = slot.max - items.length;
  const accept = slot.limits.types?.join(",") ?? `${slot.media}/*`;
  const close = () => setOpened(undefined);
  const cropped = opened?.dialog === "crop" ? items.find(({ key }) => key === opened.key) : undefined;
  const addItems = (added: readonly MediaItem[]) => store.getState().addItems(slot.id, added.slice(0, room));
  const addRef = (ref: string) => addItems([{ key: crypto.randomUUID(), name: nameOfRef(ref), state: "ready", ref }]);
  const replaceBy = (key: string, [first, ...others]: readonly File[]) => {
    setOver(false);
    if (first) void replaceFile(slot, key, first);
    if (others.length > 0) void addFiles(slot, others);
  };

  return (
    <FieldFrame
      name={slot.keys[0] ?? slot.id}
      label={slot.label}
      lang={slot.fields[0]?.lang}
      help={slot.help}
      more={slot.help || !slot.fields[0] ? undefined : <FieldExplanation field={slot.fields[0]} />}
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
            void addFiles(slot, [...event.dataTransfer.files]);
          }}
          className={clsx(
            "flex flex-col gap-2 rounded",
            over && "outline-2 outline-accent outline-dashed outline-offset-4",
          )}
        >
          <ul
            ref={list}
            className={clsx(
              "relative grid gap-2",
              slot.max > 4
                ? "grid-cols-5 pointer-coarse:grid-cols-3"
                : slot.max > 1
                  ? "grid-cols-4 pointer-coarse:grid-cols-3"
                  : "grid-cols-3",
            )}
          >
            {items.length > 0 ? (
              <TileList
                slot={slot}
                items={items}
                list={list}
                onLook={(key) => setOpened({ dialog: "large", key })}
                onReplace={(key) => pickFile(accept, (file) => replaceBy(key, [file]))}
                onCrop={(key) => setOpened({ dialog: "crop", key })}
                onFiles={replaceBy}
                onSay={setSaid}
              />
            ) : null}
            {room > 0 ? (
              <AddTile
                id={controlId}
                label={over ? t("dropHere") : t(ADD_LABEL[slot.media])}
                accept={accept}
                multiple={slot.max > 1}
                describedBy={[describedBy, limitsId].filter(Boolean).join(" ")}
                invalid={invalid}
                onFiles={(files) => void addFiles(slot, files)}
              />
            ) : null}
          </ul>
          <LimitsLine id={limitsId} limits={uploadLimits(slot.media, slot.limits)} />
          {items.filter((item) => item.state === "refused").length > 1 ? <FixAll slot={slot} items={items} /> : null}
          {note ? (
            <p role="status" className="text-accent text-sm">
              {note}
            </p>
          ) : null}
          <p role="status" className="sr-only">
            {said}
          </p>
          {room > 0 && opened?.dialog !== "address" ? (
            <SlotSources slot={slot} onOpen={(dialog) => setOpened({ dialog })} onSample={addRef} />
          ) : null}
          {room > 0 && opened?.dialog === "address" ? <AddressForm onAddress={addRef} onClose={close} /> : null}
          {opened?.dialog === "shelf" ? <ShelfDialog slot={slot} room={room} onAdd={addItems} onClose={close} /> : null}
          {opened?.dialog === "frames" ? (
            <FrameDialog limits={slot.limits} onFile={(file) => void addFiles(slot, [file])} onClose={close} />
          ) : null}
          {cropped ? <CropDialog slot={slot} item={cropped} onDone={close} /> : null}
          {opened?.dialog === "large" ? (
            <LookLarge slot={slot} items={items} first={opened.key} onClose={close} />
          ) : null}
        </section>
      )}
    </FieldFrame>
  );
}

/** What is wrong in a slot, each line with the place it is about where there are several. */
function useSlotProblems(slot: MediaSlot, items: readonly MediaItem[]): string[] {
  const t = useTranslations("media");
  const problems = useComposition((state) => state.problems);
  const nameOf = (index: number) => {
    const item = items[index];
    return item ? tileName(slot, item, index) : String(index + 1);
  };
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
