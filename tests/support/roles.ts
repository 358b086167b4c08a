import type { Need } from "@/lib/access/visitor";
import type { Address } from "./addresses";

export type Role = { name: string; headers: Record<string, string>; may: readonly Need[] };

/** Words that open something, each in its own place only. */
export type Words = { session: string; read: string; submit: string; share: string };

const COOKIE = "dailies_session";

/** Everybody who may come, with what they bring and what they may do. */
export function rolesOf({ session, read, submit, share }: Words): Role[] {
  const known: Role[] = [
    { name: "a token to read", headers: bearer(read), may: ["read"] },
    { name: "a token to submit", headers: bearer(submit), may: ["read", "submit"] },
    { name: "a session", headers: cookie(session), may: ["read", "submit", "manage"] },
  ];
  const unknown = {
    nobody: {},
    "wrong words": { ...bearer("wrong"), ...cookie("wrong"), "x-studio-proxy": "wrong" },
    "the word of a link": { ...bearer(share), cookie: `${COOKIE}=${share}; share_ticket=${share}` },
    "a token as a cookie": cookie(submit),
    "a session's word as a token": bearer(session),
    "a request that says to come from within": { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  };
  return [...Object.entries(unknown).map(([name, headers]) => ({ name, headers, may: [] })), ...known];
}

/** What the answer's status says of whether it let the visitor in. */
export function expectedOf(role: Role, { need }: Pick<Address, "need">): "in" | 401 | 403 {
  if (role.may.includes(need)) return "in";
  return role.may.length === 0 ? 401 : 403;
}

function bearer(word: string) {
  return { authorization: `Bearer ${word}` };
}

function cookie(word: string) {
  return { cookie: `${COOKIE}=${word}` };
}
