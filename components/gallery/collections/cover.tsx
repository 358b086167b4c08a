import clsx from "clsx";

/** Four pictures in one frame, the cover large; with fewer than four the cover alone; an empty frame without any. */
export function Cover({ posterUrls, className }: { posterUrls: readonly string[]; className?: string }) {
  const shown = posterUrls.length < 4 ? posterUrls.slice(0, 1) : posterUrls;
  return (
    <span
      aria-hidden
      className={clsx(
        "grid gap-0.5 overflow-hidden rounded-sm",
        shown.length > 1 && "grid-cols-[2fr_1fr] grid-rows-3",
        shown.length === 0 ? "border border-line border-dashed" : "bg-stage",
        className,
      )}
    >
      {shown.map((url, index) => (
        // biome-ignore lint/performance/noImgElement: the optimiser is off, and posters are small.
        <img
          key={url}
          src={url}
          alt=""
          loading="lazy"
          className={clsx("size-full min-h-0 object-cover", shown.length > 1 && index === 0 && "row-span-3")}
        />
      ))}
    </span>
  );
}
