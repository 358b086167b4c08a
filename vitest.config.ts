import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    testTimeout: 30_000,
    // One core is left free otherwise, which of two is half: many tests wait more than they work.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "unit", include: ["{app,components,lib,scripts}/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        test: { name: "integration", include: ["tests/integration/**/*.test.ts"], hookTimeout: 60_000 },
      },
      { extends: true, test: { name: "contract", include: ["tests/contract/**/*.test.ts"] } },
      // Not part of the gate: `npm run test:faults`.
      { extends: true, test: { name: "faults", include: ["tests/faults/**/*.test.ts"], testTimeout: 60_000 } },
      { extends: true, test: { name: "unproxied", include: ["tests/unproxied/**/*.test.ts"] } },
    ],
  },
});
