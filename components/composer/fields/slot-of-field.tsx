"use client";
import { useContext } from "react";
import type { AudioField, ImageField, MediaListField, VideoField } from "@/lib/schema/field";
import { ScopeContext, useComposition } from "../composition-context";
import { MediaSlotInput } from "../media/media-slot-input";
import { AddressInput, AddressListInput } from "./address-input";

/** A numbered series shows its one slot at its first key; the keys after it show nothing. Inside a structure a file is an address. */
export function SlotOfField({ field }: { field: ImageField | VideoField | AudioField | MediaListField }) {
  const nested = useContext(ScopeContext).length > 0;
  const slot = useComposition((state) => state.slots.find((candidate) => candidate.keys[0] === field.name));
  if (nested && field.kind === "mediaList") return <AddressListInput field={field} />;
  if (nested) return <AddressInput field={field} />;
  return slot ? <MediaSlotInput slot={slot} /> : null;
}
