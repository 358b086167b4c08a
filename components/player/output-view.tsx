"use client";
import dynamic from "next/dynamic";
import type { PlayerProps } from "./video-player";

// Loaded with the first take that is to be seen: the form is there before.
const VideoPlayer = dynamic(() => import("./video-player").then((module) => module.VideoPlayer), { ssr: false });
const ImageViewer = dynamic(() => import("./image-viewer").then((module) => module.ImageViewer), { ssr: false });
const SoundPlayer = dynamic(() => import("./sound-player").then((module) => module.SoundPlayer), { ssr: false });

/** One output in the form that its kind asks for. */
export function OutputView(props: PlayerProps) {
  const { output } = props;
  switch (output.kind) {
    case "video":
      return <VideoPlayer key={output.assetId} {...props} />;
    case "image":
      return <ImageViewer key={output.assetId} {...props} />;
    case "audio":
      return <SoundPlayer key={output.assetId} {...props} />;
    default:
      return output.kind satisfies never;
  }
}
