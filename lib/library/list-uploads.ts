import type { WireUploadList } from "@/lib/api/library-contract";
import type { MediaKind } from "@/lib/schema/field";
import { assetToWire } from "@/lib/storage/asset-wire";
import { type PageRequest, pageOf, pageQuery } from "./page";
import type { UploadList } from "./ports";

/** One page of earlier uploads. @throws AppError `invalidRequest` for a wrong cursor */
export async function listUploads(
  { kind, ...request }: PageRequest & { kind?: MediaKind | undefined },
  uploads: UploadList,
): Promise<WireUploadList> {
  const rows = await uploads.page({ ...pageQuery(request), ...(kind !== undefined && { kind }) });
  const { page, nextCursor } = pageOf(rows, request.limit);
  return {
    assets: page.map((asset) => ({ ...assetToWire(asset), createdAt: new Date(asset.createdAtMs).toISOString() })),
    nextCursor,
  };
}
