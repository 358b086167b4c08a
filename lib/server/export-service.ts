import { Readable } from "node:stream";
import type { WireExportSize } from "@/lib/api/export-contract";
import { type ExportDeps, exportEntries } from "@/lib/export/entries";
import { zipOf } from "@/lib/gallery/zip";
import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { withTags } from "@/lib/storage/tagged-file";
import { toWebStream } from "@/lib/storage/web-stream";
import { version } from "@/package.json";
import { wantsPlainFiles } from "./download-setting";
import type { Models } from "./models";

/** Everything as one file that other programs read. */
export type ExportService = {
  readExportSize(): Promise<WireExportSize>;
  exportAll(request: Request, locale: Locale): Promise<Response>;
};

type Parts = Omit<ExportDeps, "withTags" | "modelName" | "readme" | "studioVersion" | "costs"> & {
  catalog: Models;
  costs: (locale: Locale) => AsyncIterable<string>;
};

export function createExportService({ catalog, costs, ...parts }: Parts): ExportService {
  return {
    readExportSize: parts.rows.size,

    async exportAll(request, locale) {
      const isPlain = wantsPlainFiles(request.headers);
      const entries = exportEntries({
        ...parts,
        costs: () => costs(locale),
        withTags: async (output, tags) => (isPlain ? undefined : withTags(output, tags, parts.files)),
        modelName: (id) => catalog.modelName(id, locale) ?? id,
        readme: readme(locale, parts.now()),
        studioVersion: version,
      });
      const day = new Date(parts.now()).toISOString().slice(0, 10);
      const headers = {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="dailies_${day}.zip"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      };
      const zip = Readable.from(zipOf(entries), { objectMode: false });
      return new Response(toWebStream(zip, request.signal), { headers });
    },
  };
}

const PARTS = [
  "takes",
  "trash",
  "uploads",
  "collections",
  "prompts",
  "models",
  "costs",
  "links",
  "manifest",
  "without",
  "restore",
] as const;

function readme(locale: Locale, nowMs: number): string {
  const t = translatorFor(locale);
  const date = `${new Date(nowMs).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const parts = PARTS.map((part) => t(`export.readme.${part}`));
  return `${[t("export.readme.head", { date, version }), ...parts].join("\n\n")}\n`;
}
