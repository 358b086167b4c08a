"use client";
import { type RefObject, useId, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import type { MediaItem, MediaSlot } from "../composition";
import { useCompositionStore } from "../composition-context";
import { MediaTile } from "./media-tile";
import { usePointerCarry } from "./reorder/use-pointer-carry";
import { useReorder } from "./reorder/use-reorder";
import { useTileKeys } from "./reorder/use-tile-keys";
import { saveCopy, type TileCommand } from "./tile-commands";
import { tileName } from "./tile-facts";

export type TileListProps = {
  slot: MediaSlot;
  items: readonly MediaItem[];
  list: RefObject<HTMLUListElement | null>;
  onLook: (key: string) => void;
  onReplace: (key: string) => void;
  onCrop: (key: string) => void;
  onFiles: (key: string, files: File[]) => void;
  /** Said aloud, for those who do not see the tiles move. */
  onSay: (text: string) => void;
};

/** The tiles of a slot in their order, which is changed by pointer or by keys; one stop of the Tab key. */
export function TileList({ slot, items, list, onSay, ...props }: TileListProps) {
  const store = useCompositionStore();
  const t = useTranslations("media");
  const hintId = useId();
  const [activeKey, setActive] = useState<string | undefined>();
  const [renaming, setRenaming] = useState<string | undefined>();
  const keys = useMemo(() => items.map(({ key }) => key), [items]);
  const active = activeKey && keys.includes(activeKey) ? activeKey : keys[0];
  const nameAt = (index: number) => {
    const item = items[index];
    return item ? tileName(slot, item, index) : "";
  };
  const say = (what: "placed" | "putBack" | "lifted", index: number, place: number) =>
    onSay(t(what, { name: nameAt(index), place: place + 1, count: items.length }));
  const focusAt = (place: number) => {
    const pictures = list.current?.querySelectorAll<HTMLElement>("[data-picture]") ?? [];
    (pictures[Math.min(place, pictures.length - 1)] ?? list.current?.querySelector("input"))?.focus();
  };

  const moveTo = (key: string, place: number) => {
    say("placed", keys.indexOf(key), place);
    store.getState().moveItemTo(slot.id, key, place);
  };
  const remove = (key: string) => {
    const place = keys.indexOf(key);
    onSay(t("removed", { name: nameAt(place) }));
    flushSync(() => store.getState().removeItem(slot.id, key));
    focusAt(place);
  };
  const reorder = useReorder({ list, keys, onOrder: moveTo });
  const onPointerDown = usePointerCarry(list, reorder);
  const onKeyDown = useTileKeys(list, reorder, {
    onFocus: focusAt,
    onMove: moveTo,
    onRename: setRenaming,
    onRemove: remove,
    onCarried: (event, place) =>
      say(event === "carried" ? "placed" : event, reorder.current.current?.from ?? place, place),
  });
  const onCommand = (command: TileCommand, key: string) => {
    const index = keys.indexOf(key);
    const item = items[index];
    const commands: Record<TileCommand, () => void> = {
      lookLarge: () => props.onLook(key),
      replace: () => props.onReplace(key),
      renameIt: () => setRenaming(key),
      crop: () => props.onCrop(key),
      toFront: () => moveTo(key, 0),
      toLeft: () => moveTo(key, index - 1),
      toRight: () => moveTo(key, index + 1),
      saveCopy: () => item && saveCopy(slot, item, index),
      removeIt: () => remove(key),
    };
    commands[command]();
  };

  return (
    <>
      {items.map((item, index) => (
        <MediaTile
          key={item.key}
          slot={slot}
          item={item}
          index={index}
          count={items.length}
          active={item.key === active}
          renaming={item.key === renaming}
          lifted={item.key === reorder.carried?.key}
          style={reorder.styleOf(index)}
          hintId={hintId}
          onActive={setActive}
          onPointerDown={onPointerDown}
          onKeyDown={onKeyDown}
          onBlur={() => reorder.carried && !reorder.carried.moved && reorder.cancel()}
          onCommand={onCommand}
          onRenaming={setRenaming}
          onLabel={(key, label) => store.getState().nameItem(slot.id, key, label)}
          onMeasured={(key, size) => store.getState().patchItem(slot.id, key, size)}
          onFiles={props.onFiles}
        />
      ))}
      <li id={hintId} hidden>
        {t("tileHint")}
      </li>
    </>
  );
}
