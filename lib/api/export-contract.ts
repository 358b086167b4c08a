import { z } from "zod";

const count = z.number().int().nonnegative();

/** How much an export of everything holds; `bytes` are those of the files, which are nearly all of it. */
export const exportSizeSchema = z.object({ takes: count, inTrash: count, uploads: count, bytes: count });
export type WireExportSize = z.infer<typeof exportSizeSchema>;

/** A plain link: the browser saves what is sent while it is sent. */
export const EXPORT_PATH = "/api/export";
