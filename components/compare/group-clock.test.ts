// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ClockSettings, createGroupClock } from "./group-clock";

const FPS = 24;
const FRAME_MS = 1000 / 60;

/** As much of a video element as the clock uses; its time moves on by `advance`, at a speed that may be wrong. */
class FakeVideo {
  /** How often somebody has set where it is. */
  jumps = 0;
  loadedTo = 0;
  #currentTime = 0;
  playbackRate = 1;
  paused = true;
  seeking = false;
  readyState = 4;
  loop = false;
  error = null;
  drift = 0;
  readonly duration: number;

  constructor(duration: number) {
    this.duration = duration;
  }
  get currentTime() {
    return this.#currentTime;
  }
  set currentTime(seconds: number) {
    this.jumps += 1;
    this.#currentTime = seconds;
  }
  get buffered() {
    return { length: 1, start: () => 0, end: () => this.loadedTo };
  }
  get ended() {
    return this.currentTime >= this.duration;
  }
  async play() {
    this.paused = false;
  }
  pause() {
    this.paused = true;
  }
  advance(ms: number) {
    if (this.paused || this.ended) return;
    const passed = (ms / 1000) * this.playbackRate * (1 + this.drift);
    this.#currentTime = Math.min(this.duration, this.currentTime + passed);
    if (this.loop && this.ended) this.#currentTime = 0;
  }
}

const SETTINGS: ClockSettings = { offsets: new Map(), span: "longest", rest: "hold", loop: true, soundOf: undefined };

function group(lengths: readonly number[], settings: Partial<ClockSettings> = {}) {
  const clock = createGroupClock();
  clock.configure({ ...SETTINGS, ...settings });
  const videos = lengths.map((seconds) => new FakeVideo(seconds));
  videos.forEach((video, at) => {
    clock.join({ id: `take-${at}`, element: video as unknown as HTMLVideoElement, seconds: video.duration, fps: FPS });
  });
  const run = (seconds: number, look = () => {}) => {
    for (let ms = 0; ms < seconds * 1000; ms += FRAME_MS) {
      for (const video of videos) video.advance(FRAME_MS);
      vi.advanceTimersByTime(FRAME_MS);
      look();
    }
  };
  return { clock, videos: videos as [FakeVideo, FakeVideo, ...FakeVideo[]], run };
}
const frameOf = (video: FakeVideo) => Math.floor(video.currentTime * FPS + 0.01);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["requestAnimationFrame", "cancelAnimationFrame", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a group of videos", () => {
  it("stays within one frame although one runs 2 % too fast", () => {
    const { clock, videos, run } = group([70, 70]);
    videos[1].drift = 0.02;
    clock.play();
    let largest = 0;
    run(60, () => {
      largest = Math.max(largest, Math.abs(videos[0].currentTime - videos[1].currentTime) * FPS);
    });
    expect(largest).toBeLessThan(1);
    expect(videos[0].currentTime).toBeGreaterThan(59);
  });

  it("is held as a whole by one that has no data, says which, and goes on together", () => {
    const { clock, videos, run } = group([10, 10]);
    clock.play();
    run(1);
    videos[1].readyState = 2;
    run(1);
    expect(videos.map(({ paused }) => paused)).toEqual([true, true]);
    expect(clock.store.getState()).toMatchObject({ playing: true, holding: ["take-1"] });
    videos[1].readyState = 4;
    run(0.2);
    expect(videos.map(({ paused }) => paused)).toEqual([false, false]);
    expect(clock.store.getState().holding).toEqual([]);
    expect(Math.abs(videos[0].currentTime - videos[1].currentTime) * FPS).toBeLessThan(1);
  });

  it.each([
    ["is helped on by a jump where one has what it needs and does not decode it", 10, 10, 2],
    ["waits for one that is still loaded", 1.1, 10, 0],
  ])("%s", (_what, loadedTo, wholeSeconds, jumps) => {
    const { clock, videos, run } = group([wholeSeconds, wholeSeconds]);
    clock.play();
    run(1);
    const stuck = videos[1];
    Object.assign(stuck, { readyState: 2, loadedTo, jumps: 0 });
    const { currentTime } = stuck;
    run(2.5);
    expect(stuck.jumps).toBe(jumps);
    expect(stuck.currentTime).toBeCloseTo(currentTime, 1);
    stuck.readyState = 4;
    run(0.2);
    expect(videos.map(({ paused }) => paused)).toEqual([false, false]);
  });

  it("begins again together where it loops, and stops at the last frame where it does not", () => {
    const looping = group([2, 2]);
    looping.clock.play();
    looping.run(3);
    expect(looping.clock.store.getState().playing).toBe(true);
    expect(looping.videos.map(({ currentTime }) => currentTime < 1.2)).toEqual([true, true]);

    const once = group([2, 2], { loop: false });
    once.clock.play();
    once.run(3);
    expect(once.clock.store.getState()).toMatchObject({ playing: false, frame: 47 });
    expect(once.videos.map(frameOf)).toEqual([47, 47]);
  });

  it.each([
    ["holds the last frame of the short one", {}, 47],
    ["lets the short one start again", { rest: "loop" }, 23],
  ] as const)("%s", (_what, settings, frame) => {
    const { clock, videos } = group([5, 2], settings);
    clock.seek(71);
    expect(frameOf(videos[1])).toBe(frame);
    expect(frameOf(videos[0])).toBe(71);
  });

  it("ends where the shortest does, if only what all have is wanted", () => {
    expect(group([5, 2], { span: "common" }).clock.store.getState().frames).toBe(48);
  });

  it("steps by exact frames, each with its own offset", () => {
    const { clock, videos } = group([5, 5], { offsets: new Map([["take-1", 3]]) });
    clock.seek(10);
    clock.step(1);
    expect(videos.map(frameOf)).toEqual([11, 14]);
    clock.step(-1);
    expect(videos.map(frameOf)).toEqual([10, 13]);
    expect(clock.store.getState().frame).toBe(10);
  });

  it("pauses every video on the same frame", () => {
    const { clock, videos, run } = group([5, 5]);
    clock.play();
    run(1.3);
    clock.pause();
    expect(videos.map(frameOf)).toEqual([clock.store.getState().frame, clock.store.getState().frame]);
    expect(videos.map(({ paused }) => paused)).toEqual([true, true]);
  });

  it("goes on without one that leaves", () => {
    const clock = createGroupClock();
    const [stays, leaves] = [new FakeVideo(5), new FakeVideo(8)];
    const joined = [stays, leaves].map((video, at) =>
      clock.join({ id: String(at), element: video as unknown as HTMLVideoElement, seconds: video.duration, fps: FPS }),
    );
    expect(clock.store.getState().frames).toBe(192);
    joined[1]?.();
    expect(clock.store.getState().frames).toBe(120);
  });
});
