/** What was read at one moment: each video's clock, and the time of the picture that it shows. */
export type ClockReading = {
  /** All of them play. */
  running: boolean;
  /** One of them has nothing to go on with. */
  starved: boolean;
  clocks: number[];
  shown: number[];
};

/** In the page: every 100 ms, the clock of every video and the time of the picture that it shows. */
export async function readClocks(forMs: number): Promise<ClockReading[]> {
  const videos = Array.from(document.querySelectorAll("video"));
  const pictures = new Map<HTMLVideoElement, number>();
  for (const video of videos) {
    const next: VideoFrameRequestCallback = (_, { mediaTime }) => {
      pictures.set(video, mediaTime);
      video.requestVideoFrameCallback(next);
    };
    video.requestVideoFrameCallback(next);
  }
  const readings: ClockReading[] = [];
  const end = performance.now() + forMs;
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    readings.push({
      running: videos.every((video) => !video.paused && !video.seeking && !video.ended),
      starved: videos.some((video) => !video.seeking && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA),
      clocks: videos.map((video) => video.currentTime),
      shown: videos.map((video) => pictures.get(video) ?? 0),
    });
  }
  return readings;
}

/** The largest distances while all play, in frames: between the clocks, and between the pictures on the screen. */
export function largestDistances(readings: readonly ClockReading[], fps: number) {
  const playing = readings.filter(({ running }) => running);
  const spread = (seconds: number[]) => (Math.max(...seconds) - Math.min(...seconds)) * fps;
  // Where the decoder itself is behind its own clock, what is on the screen says nothing about the clocks.
  const shown = playing.filter(({ clocks, shown }) =>
    clocks.every((clock, at) => (clock - (shown[at] ?? 0)) * fps < 2),
  );
  return {
    clocks: Math.max(0, ...playing.map((reading) => spread(reading.clocks))),
    pictures: Math.max(0, ...shown.map((reading) => spread(reading.shown))),
    playing: playing.length,
    shown: shown.length,
  };
}
