import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runNext } from "@/scripts/start/next";

/** Inside the project, so that the very same packages are found above it. */
const FOLDER = ".cache/bench-bare";

const FILES: Record<string, string> = {
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.jsx": `export default function Page() {
  return <p>Bare</p>;
}
`,
  "app/api/bare/route.js": `export const dynamic = "force-dynamic";
export function GET() {
  return Response.json({ ok: true });
}
`,
  // Next looks for these two in the folders above as well, and would take the studio's own.
  "instrumentation.js": `export function register() {}
`,
  "proxy.js": `export function proxy() {}
export const config = { matcher: "/none" };
`,
};

/** Builds the smallest Next app: what the studio is measured against. Returns its folder. @throws Error with Next's output */
export async function buildBareApp(root: string): Promise<string> {
  const folder = join(root, FOLDER);
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const { code, output } = await runNext(root, ["build", folder]);
  if (code !== 0) throw new Error(output);
  return folder;
}
