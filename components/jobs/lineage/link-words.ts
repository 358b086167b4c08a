"use client";
import { useTranslations } from "use-intl";
import type { WireLineageLink } from "@/lib/api/lineage-contract";
import { formatClock } from "@/lib/format";

/** How a take is tied to the one above it in the tree, in words that are true of this take. */
export function useLinkWords(direction: "older" | "newer"): (link: WireLineageLink) => string {
  const t = useTranslations("lineage");
  return ({ how, atMs }) => {
    const isOlder = direction === "older";
    switch (how) {
      case "settings":
        return t(isOlder ? "olderSettings" : "newerSettings");
      case "again":
        return t(isOlder ? "olderAgain" : "newerAgain");
      case "preview":
        return t(isOlder ? "olderPreview" : "newerPreview");
      case "reference":
        return t(isOlder ? "olderReference" : "newerReference");
      case "frame":
        if (atMs === undefined) return t(isOlder ? "olderFrame" : "newerFrame");
        return t(isOlder ? "olderFrameAt" : "newerFrameAt", { time: formatClock(atMs) });
      default:
        return how satisfies never;
    }
  };
}
