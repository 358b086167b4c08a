import type { MediaKind } from "@/lib/schema/field";

/** Largest file of each kind, in bytes. */
export type UploadLimits = Record<MediaKind, number>;

/** What the studio takes. Decimal, as the service's pages write them. */
export const UPLOAD_LIMITS: UploadLimits = { image: 10_000_000, video: 100_000_000, audio: 20_000_000 };

/** Decoded pixels of one picture; 50 megapixels are about 200 MB of memory. */
export const MAX_PIXELS = 50_000_000;
