import type { Translator } from "@/lib/i18n/translator";
import type { PublicTake } from "@/lib/shares/public-view";

type Media = Pick<PublicTake["outputs"][number], "kind" | "url"> & Partial<PublicTake["outputs"][number]>;

/** The browser's own player: it needs no script, and loads nothing until it is asked to play. */
export function SharedMedia(props: { media: Media; label: string; t: Translator; small?: boolean }) {
  const { media, label, t } = props;
  const look = props.small ? "max-h-32 w-auto rounded-sm" : "max-h-[80dvh] w-full rounded bg-stage object-contain";
  // The menu of the player would offer what the link does not.
  const menu = media.downloadUrl === undefined ? "nodownload" : undefined;
  const size = { width: media.width ?? undefined, height: media.height ?? undefined };
  switch (media.kind) {
    case "video":
      return (
        <video
          controls
          controlsList={menu}
          playsInline
          preload="none"
          poster={media.posterUrl ?? undefined}
          src={media.url}
          aria-label={label}
          {...size}
          className={look}
        >
          {t("shares.noPlay")}
        </video>
      );
    case "audio":
      return (
        // biome-ignore lint/a11y/useMediaCaption: generated clips have no captions.
        <audio controls controlsList={menu} preload="none" src={media.url} aria-label={label} className="w-full" />
      );
    case "image":
      return (
        // biome-ignore lint/performance/noImgElement: the optimiser is off, and a link's files are its own.
        <img src={media.url} alt={label} {...size} className={look} />
      );
  }
}
