export type HostileFile = {
  title: string;
  why: string;
  make: () => Uint8Array | Promise<Uint8Array>;
  /** 415: it is nothing that the studio takes; 422: it says that it is, and cannot be read; 413: there is too much of it. */
  status: 413 | 415 | 422;
  /** What the sender calls it. */
  name?: string;
  type?: string;
};

export const bytes = (latin1: string): Buffer<ArrayBuffer> => Buffer.from(latin1, "latin1");

/** One that is nothing that the studio takes, whatever it is called. */
export function notMedia(title: string, why: string, content: string | Uint8Array, name?: string): HostileFile {
  const make = () => (typeof content === "string" ? Buffer.from(content) : content);
  return { title, why, make, status: 415, ...(name && { name, type: "image/png" }) };
}

/** One that begins as a file that the studio takes. */
export function unreadable(title: string, why: string, make: HostileFile["make"]): HostileFile {
  return { title, why, make, status: 422 };
}
