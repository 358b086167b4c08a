import { request } from "node:http";
import { box } from "@/tests/support/small-mp4";
import { FILE_TYPE } from "./files/films";
import { bytes } from "./files/hostile-file";

const GIGABYTE = 1_000_000_000;

/** Beginnings of files that the studio takes, to be followed by more than it does. */
export const BEGINNINGS: Record<string, Uint8Array> = {
  PNG: bytes("\x89PNG\r\n\x1a\n"),
  JPEG: bytes("\xff\xd8\xff\xe0"),
  WAV: bytes("RIFF\xff\xff\xff\xffWAVE"),
  MP3: bytes("ID3\x04\0\0\x7f\x7f\x7f\x7f"),
  MP4: Buffer.concat([FILE_TYPE, box("free").subarray(0, 8)]),
};

/**
 * Sends a beginning and then zeros until the studio answers or 1 GB has gone, announced or in pieces, as the body or in a form. Gives
 * the status (0 where the connection ended without one) and what had gone by then.
 */
export function sendEndless(url: URL, beginning: Uint8Array, how: "announced" | "pieces" | "form") {
  const framing = { announced: { "content-length": GIGABYTE }, pieces: {}, form: FORM.headers }[how];
  return new Promise<{ status: number; sent: number }>((resolve) => {
    let sent = 0;
    const outgoing = request(new URL("/api/uploads", url), { method: "POST", headers: framing });
    const zeros = Buffer.alloc(256_000);
    const end = (status: number) => {
      outgoing.destroy();
      resolve({ status, sent });
    };
    outgoing.on("error", () => end(0)).on("response", ({ statusCode = 0 }) => end(statusCode));
    const more = () => {
      if (outgoing.destroyed || sent >= GIGABYTE) return;
      sent += zeros.length;
      outgoing.write(zeros, more);
    };
    outgoing.write(how === "form" ? Buffer.concat([FORM.head, beginning]) : beginning, more);
  });
}

const FORM = {
  headers: { "content-type": "multipart/form-data; boundary=X" },
  head: bytes('--X\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'),
};
