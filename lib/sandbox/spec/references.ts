import type { AnimaticReference } from "@/lib/sandbox/animatic";
import type { MediaRef } from "@/lib/schema/values";
import { encodePicture } from "@/lib/storage/encode-picture";
import { withPicture } from "@/lib/storage/hardened-sharp";
import { findReference, type Lookup } from "./reference-bytes";

/** Larger pictures are shown no better in a frame, and cost the renderer time and memory. */
const LONG_SIDE = 2048;
const JPEG_QUALITY = 92;

type Size = { width: number; height: number };
/** `size` is the picture's own, upright, before it was made smaller. */
export type LoadedReference = { ref: MediaRef; reference: AnimaticReference; size?: Size };

/** All references of a composition in their order, looked up at once; one that cannot be shown says why. Never throws. */
export function loadReferences(refs: readonly MediaRef[], lookup: Lookup): Promise<LoadedReference[]> {
  return Promise.all(refs.map((ref) => load(ref, lookup)));
}

async function load(ref: MediaRef, lookup: Lookup): Promise<LoadedReference> {
  const label = labelOf(ref);
  const unreadable = (reason: string): LoadedReference => ({ ref, reference: { kind: "unreadable", label, reason } });
  const isStandIn = Object.hasOwn(lookup.samples, ref.value);
  // Nothing here decodes a film or plays a sound; a sample that stands in for one is a picture.
  if (ref.media !== "image" && !isStandIn) return unreadable(`${ref.media} reference`);
  const found = await findReference(ref.value, lookup);
  if ("reason" in found) return unreadable(found.reason);
  try {
    const { bytes, size } = await prepare(found.bytes);
    return { ref, reference: { kind: "picture", label, bytes }, size };
  } catch {
    return unreadable("not a readable picture");
  }
}

/** Upright, in sRGB and at most 2048 pixels long, as PNG where it is transparent. */
function prepare(bytes: Uint8Array): Promise<{ bytes: Uint8Array; size: Size }> {
  return withPicture(bytes, async (picture) => {
    const { autoOrient, hasAlpha } = await picture.metadata();
    const inside = { width: LONG_SIDE, height: LONG_SIDE, fit: "inside", withoutEnlargement: true } as const;
    const upright = picture.autoOrient().resize(inside);
    const encoded = await encodePicture(upright, hasAlpha ? "image/png" : "image/jpeg", JPEG_QUALITY);
    return { bytes: encoded.bytes, size: autoOrient };
  });
}

/** As the prompt names the reference, else as the form does, with its number in a list. */
function labelOf({ field, path }: MediaRef): string {
  if (field.kind === "mediaList") return `${field.label} ${Number(path.split(".").at(-1)) + 1}`;
  return field.tag ?? field.label;
}
