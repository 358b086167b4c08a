import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Need } from "@/lib/access/visitor";

/** `need`: what its callers must be allowed to do, as its file declares it. */
export type Address = { path: string; method: string; need: Need; file: string };

/** What anyone may open: the way in, whether the studio works, and what is behind links, which have tests of their own. */
const PUBLIC = /^\/(login$|api\/health$|api\/session$|s\/)/;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const SUBMITS = /^(submitHandler|sandboxHandler)\b/;

/** Every private page and route handler of the tree, with `id` in the place of its parameters. */
export function addressesOf(root: string, id: string, path = ""): Address[] {
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry): Address[] => {
    const below = join(path, entry.name);
    const file = join(root, below);
    if (entry.isDirectory()) return entry.name.startsWith("_") ? [] : addressesOf(root, id, below);
    const address = addressOf(path, id);
    if (PUBLIC.test(address)) return [];
    if (entry.name === "page.tsx") return [{ path: address, method: "GET", need: "read", file }];
    if (entry.name !== "route.ts") return [];
    const source = readFileSync(file, "utf8");
    return METHODS.flatMap((method) => {
      const need = needOf(source, method);
      return need === undefined ? [] : [{ path: address, method, need, file }];
    });
  });
}

function addressOf(folder: string, id: string): string {
  const parts = folder.split("/").filter((part) => part !== "" && !/^\(.*\)$/.test(part));
  return `/${parts.map((part) => (part.startsWith("[") ? id : part)).join("/")}`;
}

/** Undefined where the file does not answer the method. */
function needOf(source: string, method: string): Need | undefined {
  const constant = new RegExp(`\\b(\\w+) as ${method}\\b`).exec(source)?.[1] ?? method;
  const [, handler] = new RegExp(`const ${constant} = ([\\s\\S]*?)(?:\\nexport |$)`).exec(source) ?? [];
  if (handler === undefined) return undefined;
  const isRead = method === "GET";
  if (SUBMITS.test(handler)) return "submit";
  const [, declared] = /\bneed: "(\w+)"/.exec(handler) ?? [];
  // A file asks for a visitor or a ticket by itself.
  if (declared === "read" || (declared === "nothing" && handler.includes("admitToFile"))) return "read";
  if (declared === "submit" || declared === "manage") return declared;
  if (declared !== undefined) throw new Error(`${method} needs "${declared}", and is not named as public`);
  return isRead ? "read" : "manage";
}

type Spelled = { path: string; method: string };

/** The same address as clients, proxies and people with other intentions write it. */
export function spellingsOf<A extends Spelled>(address: A): A[] {
  const { path } = address;
  const spellings = [
    path,
    `${path}/`,
    path.toUpperCase(),
    `/${path}`,
    encoded(path),
    `${path}.rsc`,
    `${path}?_rsc=1`,
    `/login/..${path}`,
  ];
  return spelled(address, spellings);
}

/** Also those that only a request comes with whose address nobody resolves before it is sent. */
export function rawSpellingsOf<A extends Spelled>(address: A): A[] {
  const { path } = address;
  const more = [
    encoded(path).replace("%", "%25"),
    path.replace(/(?<=.)\//, "%2f"),
    path.replace(/(?<=.)\//, "\\"),
    `${path};x=1`,
    `${path}.segments/_tree.segment.rsc`,
    `${path}.json`,
    `/login/%2e%2e${path}`,
    `/api/health/..${path}`,
    `/s/x/../..${path}`,
    `/_next/..${path}`,
    `/_next/data/x${path}.json`,
  ];
  return [...spellingsOf(address), ...spelled(address, more)];
}

function encoded(path: string): string {
  return path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}

function spelled<A extends Spelled>(address: A, spellings: readonly string[]): A[] {
  return [...new Set(spellings)].map((path) => ({ ...address, path }));
}
