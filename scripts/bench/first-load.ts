import { gzipSync } from "node:zlib";

const SCRIPT = /<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g;

/** The scripts that a page loads before anything is touched, gzipped one by one, in bytes. Old browsers' polyfills do not count. */
export async function firstLoadBytes(address: string): Promise<number> {
  const html = await (await fetch(address)).text();
  const tags = Array.from(html.matchAll(SCRIPT)).filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const sources = new Set(tags.map(([, source = ""]) => new URL(source.replaceAll("&amp;", "&"), address).href));
  const sizes = await Promise.all(Array.from(sources, gzippedBytes));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function gzippedBytes(address: string): Promise<number> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return gzipSync(new Uint8Array(await response.arrayBuffer())).byteLength;
}
