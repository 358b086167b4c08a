const files = new Map<string, File>();

/** Keeps the file of a tile while the page lives: to send it again, to mend it, and for the undo of its removal. */
export function keepFile(key: string, file: File) {
  files.set(key, file);
}

export function fileOf(key: string): File | undefined {
  return files.get(key);
}
