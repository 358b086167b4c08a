"use client";
import { Play } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { OutputView } from "@/components/player/output-view";
import type { WireOutput } from "@/lib/api/contract";
import type { Locale } from "@/lib/i18n/locales";
import { type ExampleTake, exampleFiles } from "@/lib/models/example-take";

/** The example's poster; the film is fetched, and the player loaded, when it is pressed. Its place stays as large as it was. */
export function ExampleFilm({ locale, film, model }: { locale: Locale; film: ExampleTake["film"]; model: string }) {
  const t = useTranslations("first");
  const [playing, setPlaying] = useState(false);
  const output = outputOf(locale, film);
  return (
    <div className="relative overflow-hidden rounded-card border border-line bg-stage">
      <div className="aspect-video" />
      <div className="h-[76px] [@media(pointer:coarse)]:h-[100px]" />
      <div className="absolute inset-0 flex flex-col">
        {playing ? (
          <OutputView output={output} label={t("film", { model })} name="dailies-example" playAtOnce />
        ) : (
          <button
            type="button"
            onClick={() => setPlaying(true)}
            className="group flex min-h-0 grow flex-col text-left focus-visible:outline-offset-[-3px]"
          >
            {/* biome-ignore lint/performance/noImgElement: a shipped picture, small, and the optimiser is off. */}
            <img
              src={output.posterUrl ?? ""}
              alt=""
              width={film.width}
              height={film.height}
              className="min-h-0 w-full grow object-contain"
            />
            <span className="flex h-[76px] items-center gap-3 px-4 [@media(pointer:coarse)]:h-[100px]">
              <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-white text-black transition-opacity duration-150 group-hover:opacity-85">
                <Play size={20} aria-hidden fill="currentColor" />
              </span>
              <span className="flex flex-col">
                <span className="font-medium text-base">{t("play")}</span>
                <span className="text-quiet text-sm">{t("rendered")}</span>
              </span>
            </span>
          </button>
        )}
        {playing ? null : (
          // The film itself says other things in this corner.
          <span className="pointer-events-none absolute top-3 right-3 rounded bg-black/75 px-2 py-0.5 font-medium text-sm text-white">
            {t("mark")}
          </span>
        )}
      </div>
    </div>
  );
}

/** Without a number of frames the player asks nobody for small pictures of it: there are none. */
function outputOf(locale: Locale, { width, height, fps, frameCount }: ExampleTake["film"]): WireOutput {
  const files = exampleFiles(locale);
  return {
    assetId: files.film,
    kind: "video",
    url: `/${files.film}`,
    posterUrl: `/${files.poster}`,
    width,
    height,
    durationMs: Math.round((frameCount / fps) * 1000),
    frameCount: null,
    bytes: 0,
    mediaType: "video/mp4",
    sprite: null,
  };
}
