import { z } from "zod";

const optionalText = z.string().max(200).optional();
/** `GET /api/catalog`: the service's list as it was last read. */
export const catalogQuerySchema = z.strictObject({
  q: optionalText,
  category: optionalText,
  kind: optionalText,
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CatalogParameters = {
  q?: string | undefined;
  category?: string | undefined;
  kind?: string | undefined;
  offset?: number;
  limit?: number;
};

export type WireCatalogEntry = {
  id: string;
  name: string;
  summary: string;
  kind: string;
  categories: string[];
  /** In US dollars; a price to start from, not that of a set of parameters. */
  price?: { usd: number; unit: "second" | "output" };
  /** True where the studio has this model already. */
  isHere: boolean;
};
export type WireCatalog = {
  models: WireCatalogEntry[];
  /** As many as the search and the filters leave. */
  total: number;
  /** What there is to filter by. */
  categories: string[];
  kinds: string[];
  upstream: "runcomfy" | "sandbox";
  /** When the list was read whole; absent where it never was. */
  readAt?: string;
  isReading: boolean;
  /** Entries of the list that cannot be used, the first of them; each by its place from 1 or its id. */
  skipped: { entry: string; reason: "noModelId" | "noSchema" | "tooLong" | "duplicate" }[];
  skippedCount: number;
  /** How many fewer models came than the service spoke of. */
  missingCount: number;
  /** The last attempt, where it failed; the list is the one before. */
  failure?: {
    at: string;
    reason: "keyRefused" | "forbidden" | "rateLimited" | "unreachable" | "unreadable";
    message: string;
  };
};
