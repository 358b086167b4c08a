import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sniff } from "./sniff";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const ftyp = (main: string, ...others: string[]) => {
  const brands = latin1(`${main}\0\0\0\0${others.join("")}`);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + brands.length);
  return Buffer.concat([size, latin1("ftyp"), brands, latin1("\0\0\0\x08free")]);
};
const ebml = (docType: string) =>
  latin1(`\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82${String.fromCharCode(0x80 + docType.length)}${docType}`);

describe("sniff", () => {
  it.each([
    ["image/jpeg", latin1("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["image/png", latin1("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
    ["image/webp", latin1("RIFF\x10\0\0\0WEBPVP8 ")],
    ["video/mp4", ftyp("isom", "iso2", "avc1", "mp41")],
    ["video/mp4", ftyp("mp42")],
    ["video/mp4", ftyp("avc1")],
    ["video/mp4", ftyp("xxxx", "isom")],
    ["video/webm", ebml("webm")],
    ["audio/mpeg", latin1("ID3\x04\0\0\0\0\0\0")],
    ["audio/mpeg", latin1("\xff\xfb\x90\x64")],
    ["audio/mpeg", latin1("\xff\xf3\x40\xc4")],
    ["audio/wav", latin1("RIFF\x10\0\0\0WAVEfmt ")],
  ])("finds %s, which is accepted", (type, bytes) => {
    expect(sniff(bytes)).toBe(type);
  });

  it.each([
    ["image/heic", ftyp("heic", "mif1", "heic")],
    ["image/heic", ftyp("mif1", "heic")],
    ["image/avif", ftyp("avif", "mif1", "miaf")],
    ["image/avif", ftyp("mif1", "avif")],
    ["video/quicktime", ftyp("qt  ")],
    ["video/quicktime", latin1("\0\0\0\x08wide\0\0\0\0mdat")],
    ["audio/mp4", ftyp("M4A ", "isom")],
    ["video/x-matroska", ebml("matroska")],
    ["video/x-msvideo", latin1("RIFF\x10\0\0\0AVI LIST")],
    ["image/gif", latin1("GIF89a\x01\0\x01\0")],
    ["image/gif", latin1("GIF87a\x01\0\x01\0")],
    ["image/bmp", latin1("BM\x36\0\0\0\0\0\0\0\x36")],
    ["image/tiff", latin1("II*\0\x08\0\0\0")],
    ["image/tiff", latin1("MM\0*\0\0\0\x08")],
    ["application/pdf", latin1("%PDF-1.7")],
    ["audio/aac", latin1("\xff\xf1\x50\x80")],
    ["audio/flac", latin1("fLaC\0")],
    ["audio/ogg", latin1("OggS\0")],
    ["application/zip", latin1("PK\x03\x04")],
    ["application/gzip", latin1("\x1f\x8b\x08")],
    ["text/html", latin1("<!DOCTYPE html><html>")],
    ["text/html", latin1("\xef\xbb\xbf \n<HTML lang=en>")],
    ["text/html", latin1("<script>alert(1)</script>")],
    ["text/html", latin1("<!-- x --><html>")],
    ["image/svg+xml", latin1('<svg xmlns="http://www.w3.org/2000/svg">')],
    ["image/svg+xml", latin1('<?xml version="1.0"?>\n<!-- drawn -->\n<svg>')],
    ["application/xml", latin1('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')],
    ["application/json", latin1('{"error_code":404001}')],
    ["text/plain", Buffer.from("그냥 글입니다")],
    ["application/octet-stream", latin1("\x01\x02\x03\x04")],
    ["application/octet-stream", latin1("")],
    ["application/octet-stream", latin1("RIFF\x10\0\0\0????")],
    ["application/octet-stream", ftyp("zzzz")],
  ])("names %s, which is not", (type, bytes) => {
    expect(sniff(bytes)).toBe(type);
  });

  it("names text whose last character is cut in two", () => {
    expect(sniff(Buffer.from("글글").subarray(0, 5))).toBe("text/plain");
  });

  it("has an answer for any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => sniff(bytes).includes("/")));
  });
});
