import { DOCUMENTS } from "./documents";
import { bytes, type HostileFile } from "./hostile-file";
import { MEDIA } from "./media";
import { PICTURES } from "./pictures";

const EMPTY: HostileFile = {
  title: "nothing at all",
  why: "it is no file",
  make: () => Buffer.alloc(0),
  status: 422,
};

const TOO_MUCH: HostileFile = {
  title: "a picture with 10 MB behind it",
  why: "more is sent than a picture may be",
  make: () => Buffer.concat([bytes("\x89PNG\r\n\x1a\n"), Buffer.alloc(10_000_000)]),
  status: 413,
};

export const EDGES: readonly HostileFile[] = [EMPTY, TOO_MUCH];

export const HOSTILE_FILES: readonly HostileFile[] = [...EDGES, ...DOCUMENTS, ...PICTURES, ...MEDIA];
