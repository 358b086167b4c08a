"use client";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { WireOutput } from "@/lib/api/contract";
import { frameRate } from "@/lib/media/frames";
import { enterFullScreen, floatPicture } from "./screen";
import { Transport } from "./transport";
import { usePlayback } from "./use-playback";
import { usePlayerKeys } from "./use-player-keys";
import { useSprite } from "./use-sprite";

const FALLBACK_FPS = 24;
const LEAP = 10;

export type PlayerProps = {
  output: WireOutput;
  label: string;
  /** What files of this take are called, without an extension. */
  name: string;
  /** Takes the frame that is shown, as a picture. */
  onUseFrame?: ((picture: File, atMs: number) => void) | undefined;
  /** Somebody has pressed play before the player was there: it begins by itself, and takes the focus from what was pressed. */
  playAtOnce?: boolean | undefined;
};

/** A plain video element with own controls. The picture keeps its ratio from the first moment: nothing jumps. */
export function VideoPlayer({ output, label, name, onUseFrame, playAtOnce }: PlayerProps) {
  const section = useRef<HTMLElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const fps = frameRate(output) ?? FALLBACK_FPS;
  const frameCount = output.frameCount ?? Math.round(((output.durationMs ?? 0) / 1000) * fps);
  const lastFrame = Math.max(0, frameCount - 1);
  const playback = usePlayback(video, { fps, lastFrame });
  const { sprite, ask, drawLater } = useSprite(output, fps);
  const t = useTranslations("player");
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (playAtOnce) video.current?.focus();
  }, [playAtOnce]);
  const fullScreen = () => enterFullScreen(section.current, video.current);

  const grab = async () => {
    if (!video.current) throw new Error("There is no video.");
    const { grabFrame } = await import("./grab-frame");
    const frame = playback.frameNow();
    return { picture: await grabFrame(video.current, { frame, fps, name }), atMs: (frame / fps) * 1000 };
  };
  const withFrame = (use: (picture: File, atMs: number) => void) => {
    setProblem(undefined);
    return grab().then(
      ({ picture, atMs }) => use(picture, atMs),
      () => setProblem(t("noFrame")),
    );
  };
  const saveFrame = () =>
    withFrame(async (picture) => {
      const { saveFile } = await import("./grab-frame");
      saveFile(picture);
      setSaid(t("frameSaved", { name: picture.name }));
    });

  usePlayerKeys(section, {
    " ": playback.toggle,
    j: () => playback.shuttle(-1),
    k: playback.stop,
    l: () => playback.shuttle(1),
    ArrowLeft: () => playback.step(-1),
    ArrowRight: () => playback.step(1),
    "Shift+ArrowLeft": () => playback.step(-LEAP),
    "Shift+ArrowRight": () => playback.step(LEAP),
    ",": () => playback.step(-1),
    ".": () => playback.step(1),
    i: playback.setIn,
    o: playback.setOut,
    Home: () => playback.seek(0),
    End: () => playback.seek(lastFrame),
    m: playback.toggleMuted,
    f: fullScreen,
  });
  return (
    <section ref={section} aria-label={t("label")} className="flex min-h-0 grow flex-col bg-stage text-white">
      <div className="relative flex min-h-0 grow items-center justify-center overflow-hidden">
        <video
          ref={video}
          data-player-keys
          src={output.url}
          {...(output.posterUrl ? { poster: output.posterUrl } : {})}
          {...(output.width && output.height ? { width: output.width, height: output.height } : {})}
          aria-label={label}
          tabIndex={0}
          playsInline
          autoPlay={playAtOnce}
          loop={playback.isWhole}
          preload={output.posterUrl ? "metadata" : "auto"}
          onClick={playback.toggle}
          onPlay={drawLater}
          className="absolute inset-0 size-full object-contain focus-visible:outline-offset-[-3px]"
        >
          <track kind="captions" />
        </video>
        {playback.broken ? <Broken address={`${output.url}?download=1`} /> : null}
      </div>
      <Transport
        playback={playback}
        fps={fps}
        lastFrame={lastFrame}
        sprite={sprite}
        onLook={ask}
        onFullScreen={fullScreen}
        commands={{
          saveFrame,
          useFrame: onUseFrame && (() => withFrame(onUseFrame)),
          floatPicture: document.pictureInPictureEnabled ? () => floatPicture(video.current) : undefined,
          download: () => location.assign(`${output.url}?download=1`),
        }}
      />
      {problem ? (
        <p role="alert" className="px-3 pb-2 text-sm">
          {problem}
        </p>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  );
}

function Broken({ address }: { address: string }) {
  const t = useTranslations("player");
  return (
    <p role="alert" className="relative max-w-80 rounded bg-black/80 p-4 text-center text-sm">
      {t("broken")}{" "}
      <a href={address} download className="underline">
        {t("download")}
      </a>
    </p>
  );
}
