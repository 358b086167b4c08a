import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser fetches and decodes on request; posters are made once at archiving instead.
  images: { unoptimized: true },
  // Native or worker-loaded packages that a bundler must leave as they are.
  serverExternalPackages: ["libsql", "@napi-rs/canvas", "h264-mp4-encoder", "mediabunny", "sharp", "jiti", "undici"],
  // Messages are compiled on the server: their parser alone weighs 8 KiB in the browser.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  outputFileTracingExcludes: { "*": ["./.data/**"] },
};

export default config;
