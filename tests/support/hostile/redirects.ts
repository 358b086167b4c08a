import type { GuardedFetchErrorCode } from "@/lib/net/guarded-fetch-error";

export type HostileRedirect = { status: number; location: string; code: GuardedFetchErrorCode };

const STATUSES = [301, 302, 303, 307, 308];

/** Each of the five redirects leads to each of these. */
const EVERYWHERE: readonly Omit<HostileRedirect, "status">[] = [
  { location: "https://127.0.0.1:{port}/", code: "notPublic" },
  { location: "https://[::1]:{port}/", code: "notPublic" },
  { location: "https://192.168.0.1/", code: "notPublic" },
  { location: "https://169.254.169.254/latest/", code: "notPublic" },
  { location: "http://127.0.0.1:{port}/", code: "badAddress" },
  { location: "http://public.test/", code: "badAddress" },
  { location: "file:///etc/passwd", code: "badAddress" },
];

const ONCE: readonly Omit<HostileRedirect, "status">[] = [
  { location: "//127.0.0.1:{port}/", code: "notPublic" },
  { location: "\\\\127.0.0.1:{port}\\", code: "notPublic" },
  { location: "/\\127.0.0.1:{port}/", code: "notPublic" },
  { location: "/\t/127.0.0.1:{port}/", code: "notPublic" },
  { location: "///127.0.0.1:{port}/", code: "notPublic" },
  { location: "https://2130706433:{port}/", code: "notPublic" },
  { location: "https://[::ffff:127.0.0.1]:{port}/", code: "notPublic" },
  { location: "//metadata.google.internal/computeMetadata/v1/", code: "notPublic" },
  { location: "https://public-then-private.test:{port}/", code: "notPublic" },
  { location: "https://public.test@127.0.0.1:{port}/", code: "badAddress" },
  { location: "https://me:secret@public.test/", code: "badAddress" },
  { location: "//me:secret@public.test/", code: "badAddress" },
  { location: "https://public.test:22/", code: "badAddress" },
  { location: "https://public.test:6379/", code: "badAddress" },
  { location: "gopher://127.0.0.1:{port}/_x", code: "badAddress" },
  { location: "data:text/html,x", code: "badAddress" },
  { location: "javascript:alert(1)", code: "badAddress" },
  { location: "https://[", code: "badAddress" },
  { location: "https://", code: "badAddress" },
  // Over and over, and by way of public places that lie one behind the other.
  { location: "/loop", code: "tooManyRedirects" },
  { location: "/chain/4?to=https://127.0.0.1:{port}/", code: "tooManyRedirects" },
  { location: "/chain/1?to=https://127.0.0.1:{port}/", code: "notPublic" },
  // A name that gives another address when it is looked up for the second connection.
  { location: "https://changes.test/chain/0?to=https://changes.test:8443/", code: "notPublic" },
];

export const HOSTILE_REDIRECTS: readonly HostileRedirect[] = [
  ...STATUSES.flatMap((status) => EVERYWHERE.map((redirect) => ({ status, ...redirect }))),
  ...ONCE.map((redirect) => ({ status: 302, ...redirect })),
];
