import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Address = { path: string; method: string };

/** What anyone may open: the way in, whether the studio works, and what is behind links, which have tests of their own. */
const PUBLIC = /^\/(login$|api\/health$|api\/session$|s\/)/;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Every private page and route handler of the tree, with `id` in the place of its parameters. */
export function addressesOf(root: string, id: string, path = ""): Address[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .flatMap((entry): Address[] => {
      const below = join(path, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith("_") ? [] : addressesOf(root, id, below);
      if (entry.name === "page.tsx") return [{ path: addressOf(path, id), method: "GET" }];
      if (entry.name !== "route.ts") return [];
      const source = readFileSync(join(root, below), "utf8");
      const methods = METHODS.filter((method) => new RegExp(`export[^;]*\\b${method}\\b`).test(source));
      return methods.map((method) => ({ path: addressOf(path, id), method }));
    })
    .filter((address) => !PUBLIC.test(address.path));
}

function addressOf(folder: string, id: string): string {
  const parts = folder.split("/").filter((part) => part !== "" && !/^\(.*\)$/.test(part));
  return `/${parts.map((part) => (part.startsWith("[") ? id : part)).join("/")}`;
}

/** The same address as clients, proxies and people with other intentions write it. */
export function spellingsOf({ path, method }: Address): Address[] {
  const encoded = path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  const spellings = [
    path,
    `${path}/`,
    path.toUpperCase(),
    `/${path}`,
    encoded,
    `${path}.rsc`,
    `${path}?_rsc=1`,
    `/login/..${path}`,
  ];
  return [...new Set(spellings)].map((spelling) => ({ path: spelling, method }));
}
