import { type Box, boxesIn } from "@/lib/media/iso-boxes";
import type { FileTags } from "./ports";

/** The first byte is ©, as the format writes it. */
const NAMES = { title: "\xa9nam", comment: "\xa9cmt", tool: "\xa9too" } as const;
const OWN: readonly string[] = Object.values(NAMES);
const UTF8_TEXT = 1;

/**
 * An index with these tags in `udta/meta/ilst`, in the place of tags of the same names; all other tags, such as a cover, stay.
 * Undefined where the index holds boxes that cannot be read to their end, or tags of another kind in that place.
 */
export function indexWithTags(index: Buffer, tags: FileTags): Buffer | undefined {
  const [moov] = boxesIn(index, 0, index.length);
  if (moov?.type !== "moov" || moov.end !== index.length) return undefined;
  const children = childrenOf(index, moov.headerBytes, moov.end);
  if (!children || children.rest.length > 0) return undefined;
  const found = children.boxes.filter(({ type }) => type === "udta");
  if (found.length > 1) return undefined;
  const userData = userDataWith(index, found[0], tags);
  return userData && box("moov", [...without(index, children.boxes, found[0]), userData]);
}

function userDataWith(index: Buffer, udta: Box | undefined, tags: FileTags): Buffer | undefined {
  const children = udta ? childrenOf(index, udta.start + udta.headerBytes, udta.end) : { boxes: [], rest: NOTHING };
  if (!children) return undefined;
  const found = children.boxes.filter(({ type }) => type === "meta");
  if (found.length > 1) return undefined;
  const meta = metaWith(index, found[0], tags);
  // QuickTime ends user data with four zero bytes.
  return meta && box("udta", [...without(index, children.boxes, found[0]), meta, children.rest]);
}

function metaWith(index: Buffer, meta: Box | undefined, tags: FileTags): Buffer | undefined {
  if (!meta) return box("meta", [Buffer.alloc(4), HANDLER, ilstWith([], tags)]);
  const start = meta.start + meta.headerBytes;
  // QuickTime has no version and flags here, MP4 has.
  const isBare = index.toString("latin1", start + 4, start + 8) === "hdlr";
  const from = isBare ? start : start + 4;
  const children = childrenOf(index, from, meta.end);
  if (!children) return undefined;
  const handler = children.boxes.find(({ type }) => type === "hdlr");
  if (!handler || handlerOf(index, handler) !== "mdir") return undefined;
  const [ilst, second] = children.boxes.filter(({ type }) => type === "ilst");
  const entries = ilst ? childrenOf(index, ilst.start + ilst.headerBytes, ilst.end) : { boxes: [], rest: NOTHING };
  if (!entries || second) return undefined;
  const kept = entries.boxes.filter(({ type }) => !OWN.includes(type)).map((entry) => bytesOf(index, entry));
  const others = without(index, children.boxes, ilst);
  return box("meta", [index.subarray(start, from), ...others, ilstWith(kept, tags), children.rest]);
}

function ilstWith(kept: readonly Buffer[], tags: FileTags): Buffer {
  const own = (["title", "comment", "tool"] as const).map((tag) => textTag(NAMES[tag], tags[tag]));
  return box("ilst", [...kept, ...own]);
}

function textTag(name: string, text: string): Buffer {
  const kind = Buffer.alloc(8);
  kind.writeUInt32BE(UTF8_TEXT);
  return box(name, [box("data", [kind, Buffer.from(text)])]);
}

const NOTHING = Buffer.alloc(0);
/** Says that the tags are of the kind that this file writes; its name is empty. */
const HANDLER = box("hdlr", [Buffer.alloc(8), Buffer.from("mdirappl", "latin1"), Buffer.alloc(9)]);

function box(type: string, content: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(8), ...content]);
  bytes.writeUInt32BE(bytes.length);
  bytes.write(type, 4, "latin1");
  return bytes;
}

/**
 * The boxes between two offsets and up to four zero bytes behind them; undefined where anything else is left, or where a box takes
 * all that follows and would take in what is added.
 */
function childrenOf(index: Buffer, from: number, to: number): { boxes: Box[]; rest: Buffer } | undefined {
  const boxes = boxesIn(index, from, to);
  if (boxes.some(({ start }) => index.readUInt32BE(start) === 0)) return undefined;
  const rest = index.subarray(boxes.at(-1)?.end ?? from, to);
  return rest.length <= 4 && rest.every((byte) => byte === 0) ? { boxes, rest } : undefined;
}

function handlerOf(index: Buffer, { start, headerBytes }: Box): string {
  return index.toString("latin1", start + headerBytes + 8, start + headerBytes + 12);
}

function without(index: Buffer, boxes: readonly Box[], left: Box | undefined): Buffer[] {
  return boxes.filter((each) => each !== left).map((each) => bytesOf(index, each));
}

function bytesOf(index: Buffer, { start, end }: Box): Buffer {
  return index.subarray(start, end);
}
