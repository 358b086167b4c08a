import type { NextConfig } from "next";
import { ANSWER_POLICY, STILL_PAGE_POLICY } from "./lib/access/policies";

/** Features that nothing here uses, also not what a file may bring. */
const UNUSED = ["camera", "microphone", "geolocation", "display-capture", "payment", "usb", "serial", "hid"];

const everything = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": UNUSED.map((feature) => `${feature}=()`).join(", "),
};

/** Where several name a header the last one counts, and after it `proxy.ts`; a route handler's own counts only where none does. */
const HEADERS: [source: string, headers: Record<string, string>][] = [
  ["/:path*", everything],
  // What lies behind a link answers with a policy of its own.
  ["/((?!s/[^/]+/.).*)", { "content-security-policy": STILL_PAGE_POLICY }],
  ["/api/:path*", { "content-security-policy": ANSWER_POLICY }],
  ["/sandbox/:path*", { "content-security-policy": ANSWER_POLICY }],
  // Played where it is asked for; opened by itself it is a download, as every take's file.
  ["/example/(.*)\\.mp4", { "content-disposition": 'attachment; filename="dailies-example.mp4"' }],
  ["/s/:path*", { "referrer-policy": "no-referrer" }],
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser fetches and decodes on request; posters are made once at archiving instead.
  images: { unoptimized: true },
  // Native or worker-loaded packages that a bundler must leave as they are.
  serverExternalPackages: ["libsql", "@napi-rs/canvas", "h264-mp4-encoder", "mediabunny", "sharp", "jiti", "undici"],
  // Messages are compiled on the server: their parser alone weighs 8 KiB in the browser.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  // Next keeps a copy of the body for `proxy.ts`, of what that stands before alone: nothing larger than a link's password belongs there.
  experimental: { proxyClientMaxBodySize: 128_000 },
  outputFileTracingExcludes: { "*": ["./.data/**"] },
  // Browsers ask for it by that name where a page names no icon for a moment.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  headers: async () =>
    HEADERS.map(([source, headers]) => ({
      source,
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
    })),
};

export default config;
