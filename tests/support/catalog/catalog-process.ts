import { spawn } from "node:child_process";
import { once } from "node:events";

export type CatalogAnswer =
  | "pages"
  | "wrongType"
  | "firstPageOnly"
  | "loopingCursor"
  | "brokenLater"
  | "otherShape"
  | "html"
  | "huge";
export type CatalogProcess = {
  url: string;
  answerWith: (answer: CatalogAnswer) => Promise<void>;
  stop: () => Promise<void>;
};

/** A service that has 500 models, some of them malformed, and nothing else; in a process of its own. */
export async function startCatalogProcess(): Promise<CatalogProcess> {
  const child = spawn(process.execPath, ["scripts/run.mjs", "tests/support/catalog/main.ts"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  const { url }: { url: string } = JSON.parse(String(line));
  return {
    url,
    answerWith: async (answer) => {
      await fetch(`${url}/__answer`, { method: "POST", body: JSON.stringify(answer) });
    },
    stop: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
}
