type PhoneVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

/** The whole player over the screen and back; on phones that cannot, the video alone. A refusal changes nothing. */
export function enterFullScreen(player: HTMLElement | null, video: PhoneVideo | null) {
  if (document.fullscreenElement) void document.exitFullscreen();
  else if (player?.requestFullscreen) player.requestFullscreen().catch(() => {});
  else video?.webkitEnterFullscreen?.();
}

/** The video in a small window over everything and back. */
export function floatPicture(video: HTMLVideoElement | null) {
  const change = document.pictureInPictureElement ? document.exitPictureInPicture() : video?.requestPictureInPicture();
  change?.catch(() => {});
}
