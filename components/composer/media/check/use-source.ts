import { useEffect, useState } from "react";
import type { MediaItem } from "../../composition";
import { sourceOf } from "./apply-fix";

/** An address at which the page can show the file of a tile; "missing" where it cannot be had. */
export function useSource(item: MediaItem): { address?: string; missing: boolean } {
  const [source, setSource] = useState<{ address?: string; missing: boolean }>({ missing: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other facts of the tile change while its file stays the same.
  useEffect(() => {
    let address: string | undefined;
    let left = false;
    void sourceOf(item)
      .catch(() => undefined)
      .then((file) => {
        if (left) return;
        address = file && URL.createObjectURL(file);
        setSource(address ? { address, missing: false } : { missing: true });
      });
    return () => {
      left = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [item.key]);
  return source;
}
