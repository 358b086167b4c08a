import type { QueryClient } from "@tanstack/react-query";
import { resetGallery } from "@/app/(studio)/gallery/gallery-query";

/** After the language was changed: what was answered has words in it. The gallery's pages begin anew, hundreds may be loaded. */
export function askAnew(client: QueryClient): void {
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "gallery" });
  resetGallery(client);
}
