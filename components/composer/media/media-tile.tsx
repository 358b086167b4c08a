"use client";
import clsx from "clsx";
import { EllipsisVertical, X } from "lucide-react";
import dynamic from "next/dynamic";
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { MediaItem, MediaSlot } from "../composition";
import { commandsFor, type TileCommand } from "./tile-commands";
import { tileName } from "./tile-facts";
import { TileName } from "./tile-name";
import { TilePicture } from "./tile-picture";
import { TileFacts, TileState } from "./tile-state";

const TileFix = dynamic(() => import("./check/tile-fix").then((module) => module.TileFix), { ssr: false });

type MediaTileProps = {
  slot: MediaSlot;
  item: MediaItem;
  index: number;
  count: number;
  /** Whether the tile is the one stop of the Tab key in its list. */
  active: boolean;
  renaming: boolean;
  lifted: boolean;
  style: CSSProperties | undefined;
  hintId: string;
  onActive: (key: string) => void;
  onPointerDown: (event: PointerEvent, key: string) => void;
  onKeyDown: (event: KeyboardEvent, key: string, index: number) => void;
  onBlur: () => void;
  onCommand: (command: TileCommand, key: string) => void;
  onRenaming: (key: string | undefined) => void;
  onLabel: (key: string, label: string | undefined) => void;
  onMeasured: (key: string, size: { width: number; height: number }) => void;
  onFiles: (key: string, files: File[]) => void;
};

const ON_PICTURE = "absolute right-0 bg-black/60 text-white! hover:bg-black/80!";

/** One file of a slot: its picture, place, name, facts and state, and what can be done with it. */
export function MediaTile(props: MediaTileProps) {
  const { slot, item, index, count } = props;
  const t = useTranslations("media");
  const [over, setOver] = useState(false);
  const name = tileName(slot, item, index);
  const tag = slot.tags[index];
  const tabIndex = props.active ? 0 : -1;
  const state = t(item.state, { percent: Math.round((item.progress ?? 0) * 100) });
  return (
    <li
      data-tile={item.key}
      style={props.style}
      onFocus={() => props.onActive(item.key)}
      onDragOver={(event) => setOver(event.dataTransfer.types.includes("Files"))}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        props.onFiles(item.key, [...event.dataTransfer.files]);
      }}
      className={clsx("relative flex min-w-0 flex-col gap-0.5 rounded", props.lifted && "bg-raised shadow-float")}
    >
      <div
        className={clsx(
          "relative aspect-[4/5] overflow-hidden rounded bg-stage",
          props.lifted && "outline-2 outline-accent",
        )}
      >
        <button
          type="button"
          data-picture
          tabIndex={tabIndex}
          aria-label={t("tile", { name, place: index + 1, count, state })}
          aria-describedby={props.hintId}
          onPointerDown={(event) => props.onPointerDown(event, item.key)}
          onKeyDown={(event) => props.onKeyDown(event, item.key, index)}
          // The platform presses a button when Space comes up again; here Space has picked the tile up.
          onKeyUp={(event) => event.key === " " && count > 1 && event.preventDefault()}
          onBlur={props.onBlur}
          onClick={() => props.onCommand("lookLarge", item.key)}
          className="block size-full touch-manipulation select-none [-webkit-touch-callout:none] focus-visible:outline-offset-[-3px]"
        >
          <TilePicture slot={slot} item={item} onMeasured={(size) => props.onMeasured(item.key, size)} />
        </button>
        {slot.max > 1 ? (
          <span className="num pointer-events-none absolute top-1 left-1 rounded-sm bg-black/70 px-1.5 text-white text-xs">
            {index + 1}
          </span>
        ) : null}
        {over ? (
          <span className="pointer-events-none absolute inset-0 flex items-center justify-center bg-black/70 text-center text-white text-xs outline-2 outline-accent outline-offset-[-2px]">
            {t("dropToReplace")}
          </span>
        ) : null}
        <IconButton
          label={t("remove", { name })}
          tabIndex={tabIndex}
          onClick={() => props.onCommand("removeIt", item.key)}
          className={clsx(ON_PICTURE, "top-0")}
        >
          <X size={14} aria-hidden />
        </IconButton>
        <Menu
          label={t("options", { name })}
          icon={<EllipsisVertical size={14} aria-hidden />}
          tabIndex={tabIndex}
          className={clsx(ON_PICTURE, "bottom-0")}
          items={commandsFor(slot, item, index, count).map(({ command, can }) => ({
            label: t(command),
            disabled: !can,
            onChoose: () => props.onCommand(command, item.key),
          }))}
        />
        <TileState item={item} state={state} />
      </div>
      <TileName
        name={name}
        label={item.label}
        title={item.name}
        editing={props.renaming}
        tabIndex={tabIndex}
        onEdit={(editing) => props.onRenaming(editing ? item.key : undefined)}
        onLabel={(label) => props.onLabel(item.key, label)}
      />
      {item.label && tag ? <span className="truncate px-0.5 text-quiet text-xs leading-4">{tag}</span> : null}
      <TileFacts slot={slot} item={item} />
      {item.state === "refused" ? <TileFix slot={slot} item={item} index={index} /> : null}
    </li>
  );
}
