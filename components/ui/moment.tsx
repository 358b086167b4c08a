"use client";
import { useFormatter } from "use-intl";
import { useHydrated } from "./hydrated";

/** A point in time in the reader's own zone; UTC until the browser has taken over. */
export function Moment({ iso }: { iso: string }) {
  const format = useFormatter();
  const hydrated = useHydrated();
  const local = hydrated ? Intl.DateTimeFormat().resolvedOptions().timeZone : "UTC";
  return (
    // The server and the browser may know a language's forms from different years; by the key the browser's own replace the server's.
    <time key={String(hydrated)} dateTime={iso} suppressHydrationWarning className="num text-xs">
      {format.dateTime(new Date(iso), {
        dateStyle: "medium",
        timeStyle: "short",
        timeZone: local,
      })}
    </time>
  );
}
